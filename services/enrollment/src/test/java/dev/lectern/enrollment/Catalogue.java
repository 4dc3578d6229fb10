package dev.lectern.enrollment;

import static org.awaitility.Awaitility.await;

import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CourseRunChanged;
import dev.lectern.events.payment.PriceChanged;
import dev.lectern.testing.events.Neighbours;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Courses as course tells of them, ready to enroll in.
@TestComponent
public class Catalogue {

    private final Neighbours neighbours;
    private final JdbcClient jdbc;

    Catalogue(RabbitTemplate rabbit, JdbcClient jdbc) {
        this.neighbours = new Neighbours(rabbit);
        this.jdbc = jdbc;
    }

    /// A published course with its default run.
    public record Offer(UUID courseId, UUID runId, List<UUID> lessons) {}

    public Neighbours neighbours() {
        return neighbours;
    }

    public Offer freeCourse() {
        return course(0, false, article(false), article(false));
    }

    public Offer courseFor(long priceAmount) {
        return course(priceAmount, false, article(false));
    }

    public Offer sequentialCourse() {
        return course(0, true, article(false), article(false));
    }

    public Offer courseWithAPreview() {
        return course(0, false, article(true), article(false));
    }

    public Offer courseWithAVideo(int seconds) {
        return course(0, false, video(seconds));
    }

    /// A course of an article and a quiz, which decides on completion with this score.
    public Offer courseDecidedBy(UUID quiz, int leastPercent) {
        return course(
                UUID.randomUUID(),
                new CoursePublished.Completion(quiz, leastPercent),
                0,
                false,
                article(false),
                quiz(quiz));
    }

    private Offer course(long price, boolean sequential, CoursePublished.Lesson... lessons) {
        return course(UUID.randomUUID(), null, price, sequential, lessons);
    }

    private Offer course(
            UUID courseId,
            CoursePublished.@Nullable Completion completion,
            long price,
            boolean sequential,
            CoursePublished.Lesson... lessons) {
        var runId = UUID.randomUUID();
        neighbours.say(runId, new CourseRunChanged(runId, courseId, null, null));
        neighbours.say(courseId, new PriceChanged(courseId, price, "EUR"));
        neighbours.say(courseId, published(courseId, runId, 1, sequential, completion, lessons));
        awaitVersion(courseId, 1);
        await().until(() -> count("select count(*) from run where id = :id", runId) == 1);
        awaitPrice(courseId, price);
        return new Offer(
                courseId,
                runId,
                List.of(lessons).stream().map(CoursePublished.Lesson::lessonId).toList());
    }

    public static CoursePublished published(
            UUID courseId,
            UUID runId,
            int version,
            boolean sequential,
            CoursePublished.Lesson... lessons) {
        return published(courseId, runId, version, sequential, null, lessons);
    }

    private static CoursePublished published(
            UUID courseId,
            UUID runId,
            int version,
            boolean sequential,
            CoursePublished.@Nullable Completion completion,
            CoursePublished.Lesson... lessons) {
        return new CoursePublished(
                courseId,
                "a-course",
                "A course",
                version,
                runId,
                List.of(UUID.randomUUID()),
                sequential,
                completion,
                List.of(new CoursePublished.Section(UUID.randomUUID(), "One", List.of(lessons))));
    }

    public static CoursePublished.Lesson article(boolean preview) {
        return new CoursePublished.Lesson(
                UUID.randomUUID(),
                "An article",
                "ARTICLE",
                true,
                preview,
                60,
                UUID.randomUUID(),
                null);
    }

    private static CoursePublished.Lesson quiz(UUID quiz) {
        return new CoursePublished.Lesson(
                UUID.randomUUID(), "A quiz", "QUIZ", true, false, 0, UUID.randomUUID(), quiz);
    }

    private static CoursePublished.Lesson video(int seconds) {
        return new CoursePublished.Lesson(
                UUID.randomUUID(),
                "A video",
                "VIDEO",
                true,
                false,
                seconds,
                null,
                UUID.randomUUID());
    }

    public void awaitVersion(UUID courseId, int version) {
        await().until(() ->
                jdbc.sql(
                                        """
                                        select count(*) from copy_course
                                        where course_id = :id and offered_version = :version
                                        """)
                                .param("id", courseId)
                                .param("version", version)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    /// Nobody new gets into the course any more.
    public void withdraw(Offer offer) {
        var now = published(offer.courseId(), offer.runId(), 1, false, article(false));
        neighbours.say(
                offer.courseId(),
                new CoursePublished(
                        now.courseId(),
                        now.slug(),
                        now.title(),
                        now.version(),
                        now.defaultRunId(),
                        now.authorIds(),
                        now.sequential(),
                        now.completion(),
                        now.sections(),
                        null,
                        Instant.now()));
        await().until(() ->
                count(
                                "select count(*) from copy_course where course_id = :id and withdrawn",
                                offer.courseId())
                        == 1);
    }

    public void offerAgain(Offer offer) {
        neighbours.say(
                offer.courseId(),
                published(offer.courseId(), offer.runId(), 1, false, article(false)));
    }

    public void awaitPrice(UUID courseId, long amount) {
        await().until(() ->
                jdbc.sql("select amount from copy_price where course_id = :id")
                        .param("id", courseId)
                        .query(Long.class)
                        .optional()
                        .filter(told -> told == amount)
                        .isPresent());
    }

    private int count(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Integer.class).single();
    }
}
