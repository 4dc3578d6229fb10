package dev.lectern.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.assessment.AttemptGraded;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CourseMembershipChanged.Member;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CoursePublished.Lesson;
import dev.lectern.events.course.CoursePublished.Section;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.events.payment.PartialRefundSettled;
import dev.lectern.events.payment.RefundSettled;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A published course with an author and a learner, and what is sent and told of them.
public final class Classroom {

    public static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public final UUID course = UUID.randomUUID();
    public final UUID author = UUID.randomUUID();
    public final UUID learner;
    public final UUID lesson = UUID.randomUUID();
    public final UUID article = UUID.randomUUID();
    public final UUID video = UUID.randomUUID();
    public final UUID quiz = UUID.randomUUID();
    public final Enrolled enrolled;
    public final Neighbours neighbours;
    private final int port;
    private final JdbcClient database;

    public Classroom(int port, RabbitTemplate broker, JdbcClient database) {
        this(port, broker, database, UUID.randomUUID());
    }

    public Classroom(int port, RabbitTemplate broker, JdbcClient database, UUID learner) {
        this.learner = learner;
        enrolled = Enrolled.in(course, learner);
        this.port = port;
        this.database = database;
        neighbours = new Neighbours(broker);
    }

    /// Everybody is known once this returns.
    public Classroom opened() {
        neighbours.say(
                course, new CourseMembershipChanged(course, List.of(new Member(author, "AUTHOR"))));
        neighbours.say(course, published(null));
        neighbours.say(enrolled.id(), enrolled.granted(1));
        awaitLogged("course.membership-changed.v1", 1);
        awaitLogged("course.published.v1", 1);
        awaitLogged("enrollment.granted.v1", 1);
        return this;
    }

    public CoursePublished published(@Nullable Instant withdrawnAt) {
        var lessons =
                List.of(
                        new Lesson(lesson, "A", "VIDEO", true, false, 30, null, video),
                        new Lesson(article, "B", "ARTICLE", true, false, 30, lesson, null),
                        new Lesson(UUID.randomUUID(), "C", "QUIZ", true, false, 30, lesson, quiz));
        return new CoursePublished(
                course,
                "course",
                "Course",
                1,
                UUID.randomUUID(),
                List.of(author),
                false,
                null,
                List.of(new Section(UUID.randomUUID(), "S", lessons)),
                null,
                withdrawnAt);
    }

    public OrderPaid paid(UUID order, long amount, String currency) {
        return paid(order, amount, currency, Instant.now());
    }

    public OrderPaid paid(UUID order, long amount, String currency, Instant at) {
        return new OrderPaid(order, learner, course, UUID.randomUUID(), amount, currency, at);
    }

    public RefundSettled refunded(UUID order, long amount, String currency) {
        return new RefundSettled(
                UUID.randomUUID(), order, learner, course, amount, currency, Instant.now());
    }

    public PartialRefundSettled partlyRefunded(UUID order, long amount, String currency) {
        return new PartialRefundSettled(
                UUID.randomUUID(), order, learner, course, amount, currency, Instant.now());
    }

    public Neighbours.Letter letter(ContractEvent event) {
        return neighbours.letter(course, event);
    }

    public void awaitLogged(String type, int count) {
        await(type)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(logged(type)).isGreaterThanOrEqualTo(count));
    }

    public void awaitHandled(Neighbours.Letter letter) {
        await(letter.type())
                .atMost(PATIENCE)
                .until(() ->
                        database.sql("select count(*) from inbox where event_id = :id")
                                        .param("id", letter.id())
                                        .query(Integer.class)
                                        .single()
                                == 1);
    }

    public int logged(String type) {
        return database.sql(
                        """
                        select count(*) from event_log
                        where type = :type and data like :course
                        """)
                .param("type", type)
                .param("course", "%" + course + "%")
                .query(Integer.class)
                .single();
    }

    /// One learner watches, opens, buys, is graded and completes.
    public void studied() {
        var order = UUID.randomUUID();
        assertThat(send(learner, List.of(viewed(), lessonOpened(lesson), watched(5, 25))).status())
                .isEqualTo(202);
        neighbours.send(letter(paid(order, 4900, "EUR")));
        neighbours.send(letter(partlyRefunded(order, 1000, "EUR")));
        neighbours.send(letter(refunded(order, 3900, "EUR")));
        neighbours.send(letter(graded(UUID.randomUUID(), 80, true)));
        neighbours.say(enrolled.id(), enrolled.completed(article));
        awaitLogged("payment.order-paid.v1", 1);
        awaitLogged("payment.partial-refund-settled.v1", 1);
        awaitLogged("payment.refund-settled.v1", 1);
        awaitLogged("assessment.attempt-graded.v1", 1);
        awaitLogged("enrollment.lesson-completed.v1", 1);
    }

    public AttemptGraded graded(UUID attempt, int score, boolean passed) {
        return new AttemptGraded(
                attempt, learner, enrolled.id(), course, quiz, 1, score, passed, Instant.now());
    }

    public long learnersAt(String step) {
        for (var one : table("funnel").json().get("steps")) {
            if (one.get("name").asString().equals(step)) {
                return one.get("learners").asLong();
            }
        }
        throw new AssertionError(step);
    }

    /// All five tables over all days, without the moment they were asked for.
    public Map<String, JsonNode> figures() {
        var all = new HashMap<String, JsonNode>();
        for (var name : List.of("funnel", "dropoff", "video", "quiz", "revenue")) {
            var table = table(name, "?from=2026-03-01").json();
            all.put(name, table.has("steps") ? table.get("steps") : table.get("items"));
        }
        return all;
    }

    public Answer table(String name) {
        return table(name, "");
    }

    public Answer table(String name, String query) {
        return as(author).get(path(name) + query);
    }

    public String path(String table) {
        return "/api/v1/analytics/courses/" + course + "/" + table;
    }

    public Answer send(UUID person, List<Map<String, Object>> batch) {
        return as(person).post("/api/v1/events", JSON.writeValueAsString(batch));
    }

    public Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }

    public Map<String, Object> viewed() {
        return viewedAt(Instant.now());
    }

    public Map<String, Object> viewedAt(Instant at) {
        return event("activity.course-viewed.v1", Map.of("courseId", course), at);
    }

    public Map<String, Object> lessonOpened(UUID lesson) {
        return event(
                "activity.lesson-opened.v1",
                Map.of("courseId", course, "lessonId", lesson),
                Instant.now());
    }

    public Map<String, Object> watched(int from, int to) {
        return event(
                "activity.video-watched.v1",
                Map.of("courseId", course, "videoId", video, "fromSeconds", from, "toSeconds", to),
                Instant.now());
    }

    public static Map<String, Object> event(String type, Map<String, Object> data, Instant at) {
        return Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID(),
                "source",
                "lectern/web",
                "type",
                type,
                "time",
                at.toString(),
                "data",
                data);
    }
}
