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
    private final LessonBodies bodies;
    private final Clock clock;

    Submitting(Drafts drafts, LessonBodies bodies, Clock clock) {
        this.drafts = drafts;
        this.bodies = bodies;
        this.clock = clock;
    }

    /// @param note what the reviewer should know
    public record Submit(CourseId course, @Nullable String note) {}

    public void submit(Submit command, IfMatch ifMatch, Caller caller) {
        var course = drafts.open(command.course(), ifMatch, caller);
        course.submit(bodies.written(command.course()), command.note(), clock.instant());
        drafts.save(course);
    }
}
