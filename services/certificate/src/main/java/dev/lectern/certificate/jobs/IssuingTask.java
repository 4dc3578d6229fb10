package dev.lectern.certificate.jobs;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.certificate.application.PreparingCertificates;
import dev.lectern.certificate.application.RecordingCompletions;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.common.task.TryingAgain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes a certificate of a completion, and tries until it is made: whoever completed a course has
/// a right to it.
@Configuration(proxyBeanMethods = false)
class IssuingTask {

    @Bean
    OneTimeTask<Completion> issueCertificate(PreparingCertificates preparing) {
        return Tasks.oneTime(RecordingCompletions.ISSUE)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> preparing.prepare(instance.getData()));
    }
}
