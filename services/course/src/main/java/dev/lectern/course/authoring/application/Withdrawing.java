package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionId;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author offers a course to nobody any more. Nobody who is enrolled loses anything.
@Service
@Transactional
public class Withdrawing {

    private final Drafts drafts;
    private final PublishedVersions versions;
    private final Clock clock;

    Withdrawing(Drafts drafts, PublishedVersions versions, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.clock = clock;
    }

    public record Withdraw(CourseId course, String reason) {}

    public void withdraw(Withdraw command, IfMatch ifMatch, Caller caller) {
        var course = drafts.open(command.course(), ifMatch, caller);
        if (!course.isPublished()) {
            throw CourseRefused.notPublished();
        }
        var offered =
                versions.findById(new VersionId(course.id().value(), course.offeredVersion()))
                        .orElseThrow();
        course.withdraw(offered, command.reason(), clock.instant());
        drafts.save(course);
    }
}
