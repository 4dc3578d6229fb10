package dev.lectern.review.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.review.application.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// User is asked for names after the commit, for as long as it takes.
@Configuration(proxyBeanMethods = false)
class NamingTasks {

    @Bean
    OneTimeTask<Names.Person> learnName(Names names) {
        return Tasks.oneTime(Names.LEARN)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> names.learn(instance.getData()));
    }
}
