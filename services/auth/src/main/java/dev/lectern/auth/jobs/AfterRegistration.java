package dev.lectern.auth.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.auth.application.CreatingProfiles;
import dev.lectern.auth.application.WritingLetters;
import dev.lectern.common.task.TryingAgain;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Letters and profiles, after the commit and until they are done.
@Configuration(proxyBeanMethods = false)
class AfterRegistration {

    // About six hours. A letter later than that would answer nobody's question any more.
    private static final int LETTERS = 40;

    @Bean
    OneTimeTask<WritingLetters.Order> writeLetter(ObjectProvider<WritingLetters> writing) {
        return Tasks.oneTime(WritingLetters.TASK)
                .onFailure(new TryingAgain<>(LETTERS))
                .execute((instance, context) -> writing.getObject().write(instance.getData()));
    }

    @Bean
    OneTimeTask<CreatingProfiles.Order> createProfile(ObjectProvider<CreatingProfiles> creating) {
        return Tasks.oneTime(CreatingProfiles.TASK)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> creating.getObject().create(instance.getData()));
    }
}
