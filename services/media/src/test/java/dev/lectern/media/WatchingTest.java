package dev.lectern.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may watch a video that can be played.
@MediaTest
@SuppressWarnings("NullAway.Init")
class WatchingTest {

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient jdbc;

    private final UUID course = UUID.randomUUID();
    private final UUID video = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private final Enrolled enrollment = Enrolled.in(course, learner);
    private Neighbours neighbours;

    @BeforeEach
    void aVideoOfACourse() {
        neighbours = new Neighbours(broker);
        jdbc.sql(
                        """
                        insert into video
                            (id, version, upload_id, course_id, user_id, title, file_name,
                             content_type, size_bytes, sha256, upload_ends_at, status,
                             duration_seconds, rendered)
                        values (:id, 0, gen_random_uuid(), :course, :teacher, 'Waves', 'waves.mp4',
                                'video/mp4', 1, repeat('a', 64), now(), 'READY', 30,
                                true)
                        """)
                .param("id", video)
                .param("course", course)
                .param("teacher", teacher)
                .update();
        hear(course, new CourseMembershipChanged(course, List.of(new Member(teacher, "AUTHOR"))));
    }

    @Test
    void isForThoseWhoTeachAloneWhileNoPublishedCourseShowsIt() {
        hear(course, published(1));

        assertThat(watch(as(teacher)).text("title")).isEqualTo("Waves");
        assertThat(watch(as(learner)).status()).isEqualTo(404);
        assertThat(watch(anybody()).status()).isEqualTo(404);
    }

    @Test
    void isForThoseWhoLearnTheCourseAndForNobodyElse() {
        hear(course, published(1, shown(false)));
        hear(enrollment.id(), enrollment.granted(1));

        var seen = watch(as(learner));

        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        assertThat(seen.text("presignedUrl")).contains(video + "/file");
        assertThat(seen.json().get("durationSeconds").asInt()).isEqualTo(30);
        assertThat(watch(as(UUID.randomUUID())).code()).isEqualTo("NOT_ENROLLED");
        assertThat(watch(anybody()).code()).isEqualTo("NOT_ENROLLED");
        assertThat(segment(anybody()).code()).isEqualTo("NOT_ENROLLED");
        assertThat(segment(as(learner)).header("Location")).contains("/hls/360p-00001.ts");
    }

    @Test
    void endsAndComesBackWithTheAccess() {
        hear(course, published(1, shown(false)));
        hear(enrollment.id(), enrollment.granted(1));

        hear(enrollment.id(), enrollment.suspended());
        assertThat(watch(as(learner)).code()).isEqualTo("NOT_ENROLLED");
        assertThat(segment(as(learner)).code()).isEqualTo("NOT_ENROLLED");

        hear(enrollment.id(), enrollment.restored());
        assertThat(watch(as(learner)).status()).isEqualTo(200);

        hear(enrollment.id(), enrollment.revoked());
        assertThat(watch(as(learner)).code()).isEqualTo("NOT_ENROLLED");
    }

    @Test
    void isForAnybodyInAPreview() {
        hear(course, published(1, shown(false), shown(true)));

        assertThat(watch(anybody()).status()).isEqualTo(200);
        assertThat(segment(anybody()).status()).isEqualTo(302);
    }

    @Test
    void isForAnybodyWhereTheCourseIsPromotedWithIt() {
        hear(course, promoted(course, 1, video, null));

        assertThat(watch(anybody()).status()).isEqualTo(200);
        assertThat(watch(as(learner)).status()).isEqualTo(200);
        assertThat(segment(anybody()).status()).isEqualTo(302);
    }

    @Test
    void promotesNothingOnceTheCourseIsWithdrawnOrPromotedOtherwise() {
        hear(course, promoted(course, 1, video, null));
        hear(course, promoted(course, 1, video, Instant.now()));
        assertThat(watch(anybody()).status()).isEqualTo(404);
        assertThat(watch(as(teacher)).status()).isEqualTo(200);

        hear(course, promoted(course, 1, video, null));
        assertThat(watch(anybody()).status()).isEqualTo(200);

        hear(course, promoted(course, 2, UUID.randomUUID(), null));
        assertThat(watch(anybody()).status()).isEqualTo(404);
    }

    @Test
    void isNoPreviewOfAWithdrawnCourse() {
        var offered = published(1, shown(true));
        hear(enrollment.id(), enrollment.granted(1));
        hear(course, offered);
        hear(course, withdrawn(offered));

        assertThat(watch(anybody()).status()).isEqualTo(404);
        assertThat(segment(anybody()).status()).isEqualTo(404);
        assertThat(watch(as(learner)).status()).isEqualTo(200);
        assertThat(watch(as(teacher)).status()).isEqualTo(200);

        hear(course, offered);
        assertThat(watch(anybody()).status()).isEqualTo(200);
    }

    @Test
    void isNotOpenedByAnotherCourseThatIsPromotedWithIt() {
        var other = UUID.randomUUID();
        hear(other, promoted(other, 1, video, null));

        assertThat(watch(anybody()).status()).isEqualTo(404);
    }

    @Test
    void staysForThoseWhoseVersionShowsIt() {
        hear(course, published(1, shown(false)));
        hear(enrollment.id(), enrollment.granted(1));
        hear(course, published(2));

        assertThat(watch(as(learner)).status()).isEqualTo(200);
        assertThat(watch(as(UUID.randomUUID())).status()).isEqualTo(404);
    }

    @Test
    void isNotThereForThoseWhoseVersionDoesNotShowIt() {
        hear(course, published(1));
        hear(enrollment.id(), enrollment.granted(1));
        hear(course, published(2, shown(false)));

        assertThat(watch(as(learner)).status()).isEqualTo(404);
    }

    @Test
    void waitsForItsTurnWhereLessonsOpenOneAfterTheOther() {
        var sequential = inSequence(shown(false));
        hear(course, sequential);
        hear(enrollment.id(), enrollment.granted(1));

        assertThat(watch(as(learner)).status()).isEqualTo(403);
        assertThat(watch(as(learner)).code()).isEqualTo("LESSON_LOCKED");
        assertThat(segment(as(learner)).code()).isEqualTo("LESSON_LOCKED");
        assertThat(watch(as(teacher)).status()).isEqualTo(200);

        var first = sequential.sections().getFirst().lessons().getFirst().lessonId();
        hear(enrollment.id(), enrollment.completed(first));

        assertThat(watch(as(learner)).status()).isEqualTo(200);
    }

    @Test
    void hasNoPlaylistsWhereTheFileIsAllThereIs() {
        jdbc.sql("update video set rendered = false where id = :id").param("id", video).update();

        var seen = watch(as(teacher));

        assertThat(seen.text("presignedUrl")).contains(video + "/file");
        assertThat(seen.json().hasNonNull("hlsUrl")).isFalse();
        assertThat(seen.json().hasNonNull("posterUrl")).isFalse();
        assertThat(segment(as(teacher)).status()).isEqualTo(404);
    }

    @Test
    void waitsForTheVersionAGrantNames() {
        hear(course, published(1, shown(false)));
        hear(enrollment.id(), enrollment.granted(2));

        assertThat(watch(as(learner)).code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void isToldAgainToWhoeverAsks() {
        neighbours.sendRubbish(
                "media.resync-requests",
                UUID.randomUUID(),
                """
                {"specversion": "1.0", "id": "%s", "type": "course.resync-requested.v1",
                 "source": "lectern/course", "subject": "%s", "time": "%s",
                 "datacontenttype": "application/json", "dataschema": "/docs",
                 "sequence": "0000000000000000001",
                 "data": {"consumer": "course", "types": ["media.video-ready.v1"]}}
                """
                        .formatted(UUID.randomUUID(), UUID.randomUUID(), Instant.now()));

        await().until(() ->
                jdbc.sql(
                                """
                                select exists (select 1 from outbox where subject = :video
                                    and routing_key = 'resync.course.media.video-ready.v1')
                                """)
                        .param("video", video)
                        .query(Boolean.class)
                        .single());
    }

    private CoursePublished.Lesson shown(boolean preview) {
        return new CoursePublished.Lesson(
                UUID.randomUUID(), "Waves", "VIDEO", true, preview, 30, null, video);
    }

    private CoursePublished published(int version, CoursePublished.Lesson... lessons) {
        return published(version, false, lessons);
    }

    private CoursePublished inSequence(CoursePublished.Lesson... lessons) {
        return published(1, true, lessons);
    }

    private CoursePublished published(
            int version, boolean sequential, CoursePublished.Lesson... lessons) {
        var article =
                new CoursePublished.Lesson(
                        UUID.randomUUID(),
                        "To read",
                        "ARTICLE",
                        true,
                        false,
                        0,
                        UUID.randomUUID(),
                        null);
        return new CoursePublished(
                course,
                "waves",
                "Waves",
                version,
                UUID.randomUUID(),
                List.of(teacher),
                sequential,
                null,
                List.of(
                        new CoursePublished.Section(
                                UUID.randomUUID(),
                                "One",
                                Stream.concat(Stream.of(article), Stream.of(lessons)).toList())));
    }

    private CoursePublished promoted(
            UUID promoted, int version, UUID promo, @Nullable Instant withdrawnAt) {
        return new CoursePublished(
                promoted,
                "waves",
                "Waves",
                version,
                UUID.randomUUID(),
                List.of(teacher),
                false,
                null,
                List.of(),
                null,
                withdrawnAt,
                promo);
    }

    private static CoursePublished withdrawn(CoursePublished offered) {
        return new CoursePublished(
                offered.courseId(),
                offered.slug(),
                offered.title(),
                offered.version(),
                offered.defaultRunId(),
                offered.authorIds(),
                offered.sequential(),
                offered.completion(),
                offered.sections(),
                offered.coverAssetId(),
                Instant.now(),
                offered.promoVideoId());
    }

    private void hear(UUID subject, ContractEvent event) {
        var letter = neighbours.letter(subject, event);
        neighbours.send(letter);
        await().until(() ->
                jdbc.sql("select exists (select 1 from inbox where event_id = :id)")
                        .param("id", letter.id())
                        .query(Boolean.class)
                        .single());
    }

    private Answer watch(Client client) {
        return client.get("/api/v1/video/" + video);
    }

    private Answer segment(Client client) {
        return client.get("/api/v1/video/" + video + "/hls/360p-00001.ts");
    }

    private Client anybody() {
        return new Client(port);
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }
}
