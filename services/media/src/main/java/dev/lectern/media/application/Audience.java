package dev.lectern.media.application;

import dev.lectern.common.copy.AccessCopy;
import dev.lectern.common.copy.AccessCopy.InForce;
import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.copy.SequenceCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.media.domain.MediaRefused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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

    /// Where it is kept what versions show.
    private enum Shown {
        VIDEO("copy_course_video", "video_id"),
        ASSET("copy_course_asset", "asset_id");

        private final String table;
        private final String column;

        Shown(String table, String column) {
            this.table = table;
            this.column = column;
        }
    }

    /// Lets those pass who teach the course, who learn it in a version that shows the video and
    /// have come to it, and anybody where the version on offer shows it as a preview or is promoted
    /// with it. Others are not enrolled where it is on offer, and know of no such video otherwise.
    void require(UUID video, UUID course, Optional<Caller> caller) {
        if (!isOfferedWith("promo_video_id = :id and not withdrawn", video, course)) {
            require(
                    Shown.VIDEO,
                    video,
                    course,
                    caller,
                    learner -> sequences.isOpen(video, course, learner));
        }
    }

    /// Lets the same pass to an image or a file that a lesson shows, and anybody to the picture the
    /// version on offer is shown with. It is open with the first of its lessons that is.
    void requireForAsset(UUID asset, UUID course, Optional<Caller> caller) {
        if (!isOfferedWith("cover_asset_id = :id", asset, course)) {
            require(
                    Shown.ASSET,
                    asset,
                    course,
                    caller,
                    learner ->
                            lessonsWith(asset, course, learner.courseVersion()).stream()
                                    .anyMatch(lesson ->
                                            sequences.isLessonOpen(lesson, course, learner)));
        }
    }

    /// Lets anybody see the picture somebody has chosen to be shown with, wherever their name is:
    /// beside a review, say, which people read whom nobody knows. One that is not chosen, or not
    /// any more, is for its owner alone.
    void requireForPortrait(UUID asset, UUID owner, Optional<Caller> caller) {
        var chosen =
                jdbc.sql(
                                """
                                select exists (select 1 from copy_avatar
                                               where user_id = :owner and asset_id = :asset)
                                """)
                        .param("owner", owner)
                        .param("asset", asset)
                        .query(Boolean.class)
                        .single();
        if (!chosen && caller.filter(person -> person.id().equals(owner)).isEmpty()) {
            throw GenericRefusal.notFound();
        }
    }

    private void require(
            Shown as, UUID id, UUID course, Optional<Caller> caller, Predicate<InForce> isOpen) {
        if (caller.filter(person -> members.has(course, person.id())).isPresent()) {
            return;
        }
        var pinned = caller.flatMap(person -> access.inForce(person.id(), course));
        if (pinned.isPresent() && isShown(as, id, course, pinned.get().courseVersion())) {
            if (!isOpen.test(pinned.get())) {
                throw MediaRefused.lessonLocked();
            }
            return;
        }
        var preview = offeredAsPreview(as, id, course).orElseThrow(GenericRefusal::notFound);
        if (!preview) {
            throw pinned.isPresent() ? GenericRefusal.notFound() : MediaRefused.notEnrolled();
        }
    }

    private boolean isOfferedWith(String condition, UUID id, UUID course) {
        return jdbc.sql(
                        """
                        select exists (select 1 from copy_course
                                       where course_id = :course and %s)
                        """
                                .formatted(condition))
                .param("id", id)
                .param("course", course)
                .query(Boolean.class)
                .single();
    }

    private List<UUID> lessonsWith(UUID asset, UUID course, int version) {
        return jdbc.sql(
                        """
                        select lesson_id from copy_course_asset
                        where course_id = :course and course_version = :version
                          and asset_id = :asset
                        """)
                .param("course", course)
                .param("version", version)
                .param("asset", asset)
                .query(UUID.class)
                .list();
    }

    private boolean isShown(Shown as, UUID id, UUID course, int version) {
        // The grant may be here before the version it names; both are on their way.
        if (!isKnown(course, version)) {
            throw GenericRefusal.unavailable("The course is not here yet.");
        }
        return jdbc.sql(
                        """
                        select exists (select 1 from %s
                                       where course_id = :course and course_version = :version
                                         and %s = :id)
                        """
                                .formatted(as.table, as.column))
                .param("course", course)
                .param("version", version)
                .param("id", id)
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

    /// Empty where the version on offer, if there is one, does not show it at all.
    private Optional<Boolean> offeredAsPreview(Shown as, UUID id, UUID course) {
        return jdbc.sql(
                        """
                        select bool_or(shown.preview) from copy_course c
                        join %s shown on shown.course_id = c.course_id
                                     and shown.course_version = c.offered_version
                        where c.course_id = :course and shown.%s = :id and not c.withdrawn
                        group by c.course_id
                        """
                                .formatted(as.table, as.column))
                .param("course", course)
                .param("id", id)
                .query(Boolean.class)
                .optional();
    }
}
