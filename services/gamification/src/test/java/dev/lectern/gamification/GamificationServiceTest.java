package dev.lectern.gamification;

import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.events.assessment.AttemptGraded;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.review.ReviewPosted;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.TestIdentity;
import dev.lectern.testing.neighbours.UserStub;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/// The whole service between its neighbours: enrollment, assessment, course and review over the
/// broker, user over HTTP.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.REDIS},
        properties = "db-scheduler.polling-interval=200ms")
public abstract class GamificationServiceTest {

    protected static final UserStub USER = new UserStub();
    protected static final Instant AT = Enrolled.GRANTED_AT;

    @LocalServerPort protected int port;
    @Autowired protected RabbitTemplate broker;
    @Autowired protected JdbcClient database;

    protected final UUID learner = UUID.randomUUID();
    protected final UUID course = UUID.randomUUID();
    protected final Enrolled enrolled = Enrolled.in(course, learner);
    protected Neighbours neighbours = new Neighbours(new RabbitTemplate());

    @DynamicPropertySource
    static void user(DynamicPropertyRegistry registry) {
        registry.add("lectern.services.user.url", USER::url);
    }

    @BeforeEach
    void meetTheNeighbours() {
        neighbours = new Neighbours(broker);
    }

    protected void completeLesson(Enrolled by) {
        neighbours.say(by.id(), by.completed(UUID.randomUUID()));
    }

    protected static AttemptGraded graded(Enrolled by, int number, int percent, boolean passed) {
        return new AttemptGraded(
                UUID.randomUUID(),
                by.learner(),
                by.id(),
                by.course(),
                UUID.randomUUID(),
                number,
                percent,
                passed,
                AT);
    }

    protected static EnrollmentCompleted courseCompleted(Enrolled by) {
        return new EnrollmentCompleted(by.id(), by.learner(), by.course(), 1, AT);
    }

    protected static ReviewPosted reviewed(Enrolled by) {
        return new ReviewPosted(UUID.randomUUID(), by.learner(), by.course(), by.id(), 4, AT);
    }

    protected void publishCourse(UUID id, UUID author) {
        neighbours.say(
                id,
                new CoursePublished(
                        id,
                        "signals",
                        "Signals and Sampling",
                        1,
                        UUID.randomUUID(),
                        List.of(author),
                        false,
                        null,
                        List.of()));
        neighbours.say(
                id,
                new CourseMembershipChanged(
                        id, List.of(new CourseMembershipChanged.Member(author, "AUTHOR"))));
    }

    protected void awaitBalance(UUID of, long points) {
        await().atMost(Duration.ofSeconds(20)).until(() -> balance(of) == points);
    }

    protected long balance(UUID of) {
        return as(of).get("/api/v1/points/me").json().get("balance").asLong();
    }

    protected JsonNode board(String rest, UUID seenBy) {
        return as(seenBy).get("/api/v1/leaderboards/" + rest).json();
    }

    protected int number(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Integer.class).single();
    }

    protected Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }
}
