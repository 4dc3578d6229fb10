package dev.lectern.enrollment.enrolling.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.enrollment.enrolling.application.EndingAccess;
import dev.lectern.enrollment.enrolling.application.HoldingSeats;
import dev.lectern.enrollment.enrolling.application.Promoting;
import dev.lectern.enrollment.enrolling.application.Timers;
import dev.lectern.enrollment.enrolling.domain.EnrollmentId;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import dev.lectern.enrollment.enrolling.domain.RunId;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What happens when the time of a hold or an enrollment is over, and what is too much for one
/// transaction.
@Configuration(proxyBeanMethods = false)
class ExpiryTimers {

    @Bean
    OneTimeTask<Void> expireSeatHold(HoldingSeats holding) {
        return Tasks.oneTime(Timers.EXPIRE_HOLD)
                .execute((instance, context) ->
                        holding.expire(new OrderId(UUID.fromString(instance.getId()))));
    }

    @Bean
    OneTimeTask<Void> promoteWaiting(Promoting promoting) {
        return Tasks.oneTime(Timers.PROMOTE)
                .execute((instance, context) ->
                        promoting.promote(new RunId(UUID.fromString(instance.getId()))));
    }

    @Bean
    OneTimeTask<Void> expireEnrollment(EndingAccess ending) {
        return Tasks.oneTime(Timers.EXPIRE_ENROLLMENT)
                .execute((instance, context) ->
                        ending.expire(new EnrollmentId(UUID.fromString(instance.getId()))));
    }
}
