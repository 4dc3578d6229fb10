package dev.lectern.assessment.attempts.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.assessment.attempts.application.Submitting;
import dev.lectern.assessment.attempts.application.Timers;
import dev.lectern.assessment.attempts.domain.AttemptId;
import dev.lectern.common.task.TryingAgain;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens when the time of an attempt is over.
@Configuration(proxyBeanMethods = false)
class DeadlineTimers {

    @Bean
    CustomTask<Void> submitOverdueAttempt(Submitting submitting) {
        return Tasks.custom(Timers.SUBMIT_OVERDUE)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) ->
                        submitting
                                .submitOverdue(new AttemptId(UUID.fromString(instance.getId())))
                                .map(DeadlineTimers::again)
                                .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    private static CompletionHandler<Void> again(Instant time) {
        return (complete, operations) -> operations.reschedule(complete, time);
    }
}
