package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.CourseId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author asks for the review that comes before the first version.
@Service
@Transactional
public class Submitting {

    private final Drafts drafts;
    private final CourseMaterials materials;
    private final Clock clock;

    Submitting(Drafts drafts, CourseMaterials materials, Clock clock) {
        this.drafts = drafts;
        this.materials = materials;
        this.clock = clock;
    }

    /// @param note what the reviewer should know
    public record Submit(CourseId course, @Nullable String note) {}

    public void submit(Submit command, IfMatch ifMatch, Caller caller) {
        var course = drafts.open(command.course(), ifMatch, caller);
        course.submit(materials.of(command.course()), command.note(), clock.instant());
        drafts.save(course);
    }
}
