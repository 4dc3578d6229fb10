package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.PinnedRevisions;
import dev.lectern.course.authoring.domain.PublishedVersions;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author publishes the next version of a course that was approved before. Nobody enrolled
/// moves.
@Service
@Transactional
public class Publishing {

    private final Drafts drafts;
    private final PublishedVersions versions;
    private final Slugs slugs;
    private final Clock clock;

    Publishing(Drafts drafts, PublishedVersions versions, Slugs slugs, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.slugs = slugs;
        this.clock = clock;
    }

    /// @param changeNote what is new, for those who learn an older version
    public record Publish(CourseId course, @Nullable String changeNote) {}

    /// @param pins the bodies that content keeps for this version
    public void publish(Publish command, PinnedRevisions pins, IfMatch ifMatch, Caller caller) {
        var course = drafts.open(command.course(), ifMatch, caller);
        var slug = slugs.forTitle(course.id(), course.details().title());
        versions.save(
                course.publish(slug, pins, command.changeNote(), caller.id(), clock.instant()));
        drafts.save(course);
    }
}
