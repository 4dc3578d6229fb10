package dev.lectern.notification.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.notification.application.SendingMail;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sends a mail, and tries for about a day. Later than that it would tell nobody anything.
@Configuration(proxyBeanMethods = false)
class MailTask {

    @Bean
    OneTimeTask<Void> sendMail(
            ObjectProvider<SendingMail> sending,
            @Value("${lectern.notification.mail-tries:150}") int tries) {
        return Tasks.oneTime(SendingMail.TASK)
                .onFailure(upTo(tries, sending))
                .execute((instance, context) ->
                        sending.getObject().send(UUID.fromString(instance.getId())));
    }

    private static FailureHandler<Void> upTo(int tries, ObjectProvider<SendingMail> sending) {
        var again = new TryingAgain<Void>(tries - 1);
        return (complete, operations) -> {
            var execution = complete.getExecution();
            if (execution.consecutiveFailures + 1 >= tries) {
                sending.getObject().giveUp(UUID.fromString(execution.taskInstance.getId()));
            }
            again.onFailure(complete, operations);
        };
    }
}
