package dev.lectern.certificate;

import static org.awaitility.Awaitility.await;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.TestIdentity;
import dev.lectern.testing.neighbours.UserStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole service between its neighbours: enrollment and course over the broker, user over HTTP.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "db-scheduler.polling-interval=200ms",
            "lectern.certificates.signing-key=" + CertificateServiceTest.SIGNING_KEY
        })
public abstract class CertificateServiceTest {

    /// Thirty-two bytes nobody else signs with.
    protected static final String SIGNING_KEY = "bGVjdGVybi10ZXN0cy1zaWduLXdpdGgtdGhpcy1rZXk";

    protected static final UserStub USER = new UserStub();
    protected static final Instant COMPLETED_AT = Instant.parse("2026-10-02T09:15:00Z");

    @LocalServerPort protected int port;
    @Autowired protected RabbitTemplate broker;
    @Autowired protected JdbcClient database;

    protected final UUID learner = UUID.randomUUID();
    protected final UUID course = UUID.randomUUID();
    protected Neighbours neighbours = new Neighbours(new RabbitTemplate());

    @DynamicPropertySource
    static void user(DynamicPropertyRegistry registry) {
        registry.add("lectern.services.user.url", USER::url);
    }

    @BeforeEach
    void meetTheNeighbours() {
        neighbours = new Neighbours(broker);
    }

    /// A certificate as its holder sees it.
    protected record Issued(UUID id, String code) {}

    /// Lets somebody complete the course and waits for the certificate.
    protected Issued issue(UUID holder, String name) {
        USER.name(holder, name);
        publish(course, 1, "Signals and Sampling");
        neighbours.say(UUID.randomUUID(), completion(holder, course, 1));
        return awaitCertificate(holder, course);
    }

    protected Issued awaitCertificate(UUID holder, UUID ofCourse) {
        await().atMost(Duration.ofSeconds(30)).until(() -> count(holder, ofCourse) == 1);
        return database.sql(
                        "select id, code from certificate where learner_id = :learner and course_id = :course")
                .param("learner", holder)
                .param("course", ofCourse)
                .query(Issued.class)
                .single();
    }

    protected void publish(UUID courseId, int version, String title) {
        neighbours.say(
                courseId,
                new CoursePublished(
                        courseId,
                        "signals",
                        title,
                        version,
                        UUID.randomUUID(),
                        List.of(UUID.randomUUID()),
                        false,
                        null,
                        List.of()));
    }

    protected static EnrollmentCompleted completion(UUID holder, UUID ofCourse, int version) {
        return new EnrollmentCompleted(UUID.randomUUID(), holder, ofCourse, version, COMPLETED_AT);
    }

    protected int count(UUID holder, UUID ofCourse) {
        return database.sql(
                        "select count(*) from certificate where learner_id = :learner and course_id = :course")
                .param("learner", holder)
                .param("course", ofCourse)
                .query(Integer.class)
                .single();
    }

    protected Client as(UUID person) {
        return new Client(port).as(TestIdentity.tokenOf(person, "learner"));
    }

    protected Client admin() {
        return new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), "admin"));
    }

    /// An admin takes a certificate back.
    protected Answer revoke(UUID certificate) {
        return post(admin(), certificate);
    }

    /// Somebody tries to take a certificate back.
    protected static Answer post(Client client, UUID certificate) {
        return client.withKey(UUID.randomUUID().toString())
                .post(path(certificate), "{\"reason\": \"Somebody else sat the exam\"}");
    }

    protected static String path(UUID certificate) {
        return "/api/v1/admin/certificates/" + certificate + "/revoke";
    }

    /// The very bytes of an answer.
    protected HttpResponse<byte[]> fetch(
            String path, @Nullable String token, @Nullable String accept) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (accept != null) {
            request.header("Accept", accept);
        }
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
