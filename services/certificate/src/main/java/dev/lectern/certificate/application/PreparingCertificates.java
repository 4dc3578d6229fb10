package dev.lectern.certificate.application;

import dev.lectern.certificate.application.IssuingCertificates.Issue;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.common.problem.GenericRefusal;
import org.springframework.stereotype.Component;

/// Gathers what a certificate needs, without a transaction, and has it issued. What it throws means
/// "again later"; running it again is harmless.
@Component
public class PreparingCertificates {

    private final HolderNames names;
    private final CourseTitles titles;
    private final IssuingCertificates issuing;

    PreparingCertificates(HolderNames names, CourseTitles titles, IssuingCertificates issuing) {
        this.names = names;
        this.titles = titles;
        this.issuing = issuing;
    }

    public void prepare(Completion completion) {
        var title =
                titles.titleOf(completion.courseId(), completion.courseVersion())
                        .orElseThrow(() ->
                                GenericRefusal.unavailable(
                                        "Course has not told this version yet."));
        var name = names.of(completion.learnerId());
        issuing.issue(new Issue(completion, name, title));
    }
}
