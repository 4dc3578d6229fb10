package dev.lectern.course.authoring.application;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author offers an earlier version again. Nobody enrolled moves.
@Service
@Transactional
public class RollingBack {

    private final Drafts drafts;
    private final PublishedVersions versions;

    RollingBack(Drafts drafts, PublishedVersions versions) {
        this.drafts = drafts;
        this.versions = versions;
    }

    public record RollBack(CourseId course, int toVersion) {}

    public void rollBack(RollBack command, IfMatch ifMatch, Caller caller) {
        var course = drafts.open(command.course(), ifMatch, caller);
        course.rollBack(
                versions.findById(new VersionId(command.course().value(), command.toVersion()))
                        .orElseThrow(CourseRefused::versionUnknown));
        drafts.save(course);
    }
}
