package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.embedded.ReceivedMail;
import dev.lectern.events.course.CourseMembershipChanged;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.payment.OrderPaid;
import dev.lectern.testing.Infrastructure;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
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

/// The whole service between its neighbours: events over the broker, user over HTTP, mail over
/// SMTP.
@ServiceTest(
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.REDIS, Part.MAIL},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "db-scheduler.polling-interval=200ms",
            "lectern.notification.unsubscribe-key=unsubscribe-key-of-the-tests",
            "lectern.notification.mail-tries=3",
            "lectern.streams.comment-every=1s"
        })
abstract class NotificationServiceTest {

    static final UserStub USER = new UserStub();
    static final String INBOX = "/api/v1/notifications";
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient database;

    final UUID learner = UUID.randomUUID();
    final UUID course = UUID.randomUUID();
    Neighbours neighbours = new Neighbours(new RabbitTemplate());

    @DynamicPropertySource
    static void user(DynamicPropertyRegistry registry) {
        registry.add("lectern.services.user.url", USER::url);
    }

    @BeforeEach
    void meetTheNeighbours() {
        neighbours = new Neighbours(broker);
    }

    Client as(UUID person) {
        return as(person, "learner");
    }

    Client as(UUID person, String role) {
        return new Client(port).as(TestIdentity.tokenOf(person, role));
    }

    /// Waits until somebody's inbox holds this many, and shows it, newest first.
    List<JsonNode> inboxOf(UUID person, int atLeast) {
        await().atMost(PATIENCE).until(() -> inbox(person).size() >= atLeast);
        return inbox(person);
    }

    List<JsonNode> inbox(UUID person) {
        var answer = as(person).get(INBOX);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items").valueStream().toList();
    }

    /// Waits until somebody has got this many mails.
    List<ReceivedMail> mailTo(UUID person, int atLeast) {
        return mailTo(UserStub.addressOf(person), atLeast);
    }

    List<ReceivedMail> mailTo(String address, int atLeast) {
        await().atMost(PATIENCE)
                .until(() -> Infrastructure.mail().receivedBy(address).size() >= atLeast);
        return Infrastructure.mail().receivedBy(address);
    }

    void awaitMails(UUID person, String status, int count) {
        await().atMost(PATIENCE)
                .until(() ->
                        database.sql(
                                                """
                                                select count(*) from mail
                                                where recipient_id = :person and status = :status
                                                """)
                                        .param("person", person)
                                        .param("status", status)
                                        .query(Integer.class)
                                        .single()
                                == count);
    }

    int count(String table, UUID person) {
        return database.sql("select count(*) from " + table + " where recipient_id = :person")
                .param("person", person)
                .query(Integer.class)
                .single();
    }

    void publish(UUID ofCourse, String title, UUID... authors) {
        neighbours.say(ofCourse, published(ofCourse, 1, title, authors));
        await().atMost(PATIENCE)
                .until(() ->
                        database.sql("select count(*) from copy_course_title where course_id = :id")
                                        .param("id", ofCourse)
                                        .query(Integer.class)
                                        .single()
                                == 1);
    }

    static CoursePublished published(UUID ofCourse, int version, String title, UUID... authors) {
        return new CoursePublished(
                ofCourse,
                "signals",
                title,
                version,
                UUID.randomUUID(),
                List.of(authors),
                false,
                null,
                List.of());
    }

    void worksOn(UUID ofCourse, UUID... people) {
        neighbours.say(
                ofCourse,
                new CourseMembershipChanged(
                        ofCourse,
                        List.of(people).stream()
                                .map(person -> new CourseMembershipChanged.Member(person, "AUTHOR"))
                                .toList()));
    }

    EnrollmentGranted granted(UUID person, UUID ofCourse) {
        return new EnrollmentGranted(
                UUID.randomUUID(),
                person,
                ofCourse,
                UUID.randomUUID(),
                1,
                "ACTIVE",
                null,
                Instant.now(),
                null);
    }

    void enroll(UUID person, UUID ofCourse) {
        var event = granted(person, ofCourse);
        neighbours.say(event.enrollmentId(), event);
    }

    OrderPaid paid(UUID person, UUID ofCourse) {
        return new OrderPaid(
                UUID.randomUUID(),
                person,
                ofCourse,
                UUID.randomUUID(),
                4_900,
                "EUR",
                Instant.now());
    }
}
