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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who may see the images and files that lessons show: whoever may read one of those lessons.
@MediaTest
@SuppressWarnings("NullAway.Init")
class LessonAssetsTest {

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient jdbc;

    private final UUID course = UUID.randomUUID();
    private final UUID asset = UUID.randomUUID();
    private final UUID teacher = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private final Enrolled enrollment = Enrolled.in(course, learner);
    private Neighbours neighbours;

    @BeforeEach
    void anImageOfACourse() {
        neighbours = new Neighbours(broker);
        jdbc.sql(
                        """
                        insert into asset
                            (id, version, course_id, user_id, file_name, content_type, size_bytes,
                             sha256, upload_ends_at, type, status)
                        values (:id, 0, :course, :teacher, 'wave.png', 'image/png', 1,
                                repeat('a', 64), now(), 'PNG', 'READY')
                        """)
                .param("id", asset)
                .param("course", course)
                .param("teacher", teacher)
                .update();
        hear(course, new CourseMembershipChanged(course, List.of(new Member(teacher, "AUTHOR"))));
    }

    @Test
    void areForThoseWhoTeachAloneWhileNoLessonOfAVersionShowsThem() {
        hear(course, published(1, false, lesson(false)));
        hear(enrollment.id(), enrollment.granted(1));

        assertThat(file(as(teacher)).status()).isEqualTo(302);
        assertThat(file(as(learner)).status()).isEqualTo(404);
        assertThat(file(anybody()).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
    void areForThoseWhoLearnTheCourseWhateverTheRoleOfOthers(String role) {
        hear(course, published(1, false, lesson(false, asset)));
        hear(enrollment.id(), enrollment.granted(1));

        assertThat(file(as(learner)).header("Location")).contains("assets/" + asset);
        var stranger = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role));
        assertThat(file(stranger).code()).isEqualTo("NOT_ENROLLED");
        assertThat(file(anybody()).code()).isEqualTo("NOT_ENROLLED");
    }

    @Test
    void areForAnybodyInAPreview() {
        hear(course, published(1, false, lesson(false, asset), lesson(true, asset)));

        assertThat(file(anybody()).status()).isEqualTo(302);
    }

    @Test
    void stayForThoseWhoseVersionShowsThem() {
        hear(course, published(1, false, lesson(false, asset)));
        hear(enrollment.id(), enrollment.granted(1));
        hear(course, published(2, false, lesson(false)));

        assertThat(file(as(learner)).status()).isEqualTo(302);
        assertThat(file(as(UUID.randomUUID())).status()).isEqualTo(404);
    }

    @Test
    void areNotThereForThoseWhoseVersionDoesNotShowThem() {
        hear(course, published(1, false, lesson(false)));
        hear(enrollment.id(), enrollment.granted(1));
        hear(course, published(2, false, lesson(false, asset)));

        assertThat(file(as(learner)).status()).isEqualTo(404);
    }

    @Test
    void openWithTheFirstOfTheirLessons() {
        var first = lesson(false);
        var second = lesson(false, asset);
        hear(course, published(1, true, first, second, lesson(false, asset)));
        hear(enrollment.id(), enrollment.granted(1));

        assertThat(file(as(learner)).status()).isEqualTo(403);
        assertThat(file(as(learner)).code()).isEqualTo("LESSON_LOCKED");
        assertThat(file(as(teacher)).status()).isEqualTo(302);

        hear(enrollment.id(), enrollment.completed(first.lessonId()));
        assertThat(file(as(learner)).status()).isEqualTo(302);
    }

    @Test
    void endWithTheAccess() {
        hear(course, published(1, false, lesson(false, asset)));
        hear(enrollment.id(), enrollment.granted(1));
        assertThat(file(as(learner)).status()).isEqualTo(302);

        hear(enrollment.id(), enrollment.suspended());

        assertThat(file(as(learner)).code()).isEqualTo("NOT_ENROLLED");
    }

    @Test
    void waitForTheVersionAGrantNames() {
        hear(course, published(1, false, lesson(false, asset)));
        hear(enrollment.id(), enrollment.granted(2));

        assertThat(file(as(learner)).code()).isEqualTo("UNAVAILABLE");
    }

    @Test
    void areNotOpenedByAnotherCourseThatNamesThem() {
        var other = UUID.randomUUID();
        hear(
                other,
                new CoursePublished(
                        other,
                        "waves",
                        "Waves",
                        1,
                        UUID.randomUUID(),
                        List.of(UUID.randomUUID()),
                        false,
                        null,
                        List.of(
                                new CoursePublished.Section(
                                        UUID.randomUUID(), "One", List.of(lesson(true, asset))))));

        assertThat(file(anybody()).status()).isEqualTo(404);
    }

    private static CoursePublished.Lesson lesson(boolean preview, UUID... assets) {
        return new CoursePublished.Lesson(
                UUID.randomUUID(),
                "To read",
                "ARTICLE",
                true,
                preview,
                0,
                UUID.randomUUID(),
                null,
                List.of(assets));
    }

    private CoursePublished published(
            int version, boolean sequential, CoursePublished.Lesson... lessons) {
        return new CoursePublished(
                course,
                "waves",
                "Waves",
                version,
                UUID.randomUUID(),
                List.of(teacher),
                sequential,
                null,
                List.of(new CoursePublished.Section(UUID.randomUUID(), "One", List.of(lessons))));
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

    private Answer file(Client client) {
        return client.get("/api/v1/assets/" + asset + "/file");
    }

    private Client anybody() {
        return new Client(port);
    }

    private Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }
}
