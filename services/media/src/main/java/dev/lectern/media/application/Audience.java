package dev.lectern.media.application;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.media.domain.MediaRefused;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who may see a video, an image or a file, from this service's own copies: access ends when its
/// suspension arrives, whatever else is down.
@Component
class Audience {

    private final JdbcClient jdbc;
    private final MembershipCopy members;
    private final AccessCopy access;
    private final SequenceCopy sequences;

    Audience(JdbcClient jdbc, MembershipCopy members, AccessCopy access, SequenceCopy sequences) {
        this.jdbc = jdbc;
        this.members = members;
        this.access = access;
        this.sequences = sequences;
    }

    /// Lets those pass who teach the course, who learn it in a version that shows the video and
    /// have come to it, and anybody where the version on offer shows it as a preview. Others are
    /// not enrolled where it is on offer, and know of no such video otherwise.
    void require(UUID video, UUID course, Optional<Caller> caller) {
        if (caller.filter(person -> members.has(course, person.id())).isPresent()) {
            return;
        }
        var pinned = caller.flatMap(person -> access.inForce(person.id(), course));
        if (pinned.isPresent() && isShown(video, course, pinned.get().courseVersion())) {
            if (!sequences.isOpen(video, course, pinned.get())) {
                throw MediaRefused.lessonLocked();
            }
            return;
        }
        var preview = offeredAsPreview(video, course).orElseThrow(GenericRefusal::notFound);
        if (!preview) {
            throw pinned.isPresent() ? GenericRefusal.notFound() : MediaRefused.notEnrolled();
        }
    }

    /// Lets those pass who teach the course, who learn it, and anybody to the picture the version
    /// on offer is shown with.
    void requireForAsset(UUID asset, UUID course, Optional<Caller> caller) {
        if (caller.filter(
                        person ->
                                members.has(course, person.id())
                                        || access.inForce(person.id(), course).isPresent())
                .isPresent()) {
            return;
        }
        var isCover = offeredWithCover(asset, course).orElseThrow(GenericRefusal::notFound);
        if (!isCover) {
            throw MediaRefused.notEnrolled();
        }
    }

    private Optional<Boolean> offeredWithCover(UUID asset, UUID course) {
        return jdbc.sql(
                        """
                        select cover_asset_id is not distinct from :asset
                        from copy_course where course_id = :course
                        """)
                .param("asset", asset)
                .param("course", course)
                .query(Boolean.class)
                .optional();
    }

    private boolean isShown(UUID video, UUID course, int version) {
        // The grant may be here before the version it names; both are on their way.
        if (!isKnown(course, version)) {
            throw GenericRefusal.unavailable("The video is not here yet.");
        }
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_course_video
                                       where course_id = :course and course_version = :version
                                         and video_id = :video)
                        """)
                .param("course", course)
                .param("version", version)
                .param("video", video)
                .query(Boolean.class)
                .single();
    }

    private boolean isKnown(UUID course, int version) {
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_course_version
                                       where course_id = :course and version = :version)
                        """)
                .param("course", course)
                .param("version", version)
                .query(Boolean.class)
                .single();
    }

    private Optional<Boolean> offeredAsPreview(UUID video, UUID course) {
        return jdbc.sql(
                        """
                        select v.preview from copy_course c
                        join copy_course_video v on v.course_id = c.course_id
                                                and v.course_version = c.offered_version
                        where c.course_id = :course and v.video_id = :video
                        """)
                .param("course", course)
                .param("video", video)
                .query(Boolean.class)
                .optional();
    }
}
