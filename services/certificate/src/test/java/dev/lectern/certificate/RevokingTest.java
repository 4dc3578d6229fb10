package dev.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.certificate.application.RevokingCertificates;
import dev.lectern.client.Client;
import dev.lectern.common.event.DeadLetters;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.identity.ForgedStepUps;
import dev.lectern.testing.identity.TestIdentity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.beans.factory.annotation.Autowired;

/// A certificate is taken back, by the staff or with the money for its course.
class RevokingTest extends CertificateServiceTest {

    @Autowired RevokingCertificates revoking;
    @Autowired DeadLetters deadLetters;

    @Nested
    class ByTheStaff {

        @Test
        void isSeenByWhoeverLooks() throws Exception {
            var heard = neighbours.listenTo("certificate");
            var issued = issue(learner, "Ida Berg");

            var answer = revoke(issued.id());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("status")).isEqualTo("REVOKED");
            assertThat(answer.text("revokedAt")).isNotBlank();
            assertThat(answer.body()).doesNotContain("sat the exam");
            var mine = as(learner).get("/api/v1/certificates").json().at("/items/0");
            assertThat(mine.get("status").asString()).isEqualTo("REVOKED");
            assertThat(new Client(port).get("/api/v1/verify/" + issued.code()).text("verdict"))
                    .isEqualTo("REVOKED");
            assertThat(new Client(port).get("/verify/" + issued.code()).body())
                    .contains("<h1>Revoked certificate</h1>");
            assertThat(paper(issued)).contains("Revoked: this certificate proves nothing any more");
            var told = heard.atLeast(1, "certificate.revoked.v1").getFirst();
            assertThat(told.get("subject").asString()).isEqualTo(issued.id().toString());
            assertThat(told.get("data").propertyNames())
                    .containsExactlyInAnyOrder(
                            "certificateId", "learnerId", "courseId", "revokedAt");
        }

        @Test
        void happensOnce() {
            var issued = issue(learner, "Ida Berg");
            revoke(issued.id());

            var again = revoke(issued.id());

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.code()).isEqualTo("ALREADY_REVOKED");
            assertThat(revokedEvents(issued.id())).isEqualTo(1);
        }

        @Test
        void happensOnceForTenAtOnce() throws Exception {
            var issued = issue(learner, "Ida Berg");

            var answers = AtOnce.run(10, () -> revoke(issued.id()).status());

            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
            assertThat(revokedEvents(issued.id())).isEqualTo(1);
        }

        @Test
        void isAnsweredAgainUnderTheSameKey() {
            var issued = issue(learner, "Ida Berg");
            var admin = admin().withKey("revoke-it");

            var first = admin.post(path(issued.id()), "{\"reason\": \"Cheating\"}");
            var second = admin.post(path(issued.id()), "{\"reason\": \"Cheating\"}");
            var other = admin.post(path(issued.id()), "{\"reason\": \"Something else\"}");

            assertThat(first.status()).isEqualTo(200);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(other.status()).isEqualTo(422);
            assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void asksForAStepUpAndTakesNothingBackWithout() {
            var issued = issue(learner, "Ida Berg");
            var ada = UUID.randomUUID();

            ForgedStepUps.areRefused(
                    ada,
                    new Client(port).as(TestIdentity.tokenOf(ada, "admin")),
                    client -> post(client, issued.id()));

            assertThat(revokedBy(issued.id())).isNull();
        }

        @Test
        void isForAdminsAlone() {
            var issued = issue(learner, "Ida Berg");

            for (var role : List.of("learner", "instructor", "moderator", "support")) {
                for (var person : List.of(learner, UUID.randomUUID())) {
                    var answer = post(steppedUp(person, role), issued.id());
                    assertThat(answer.status()).as(role).isEqualTo(403);
                    assertThat(answer.code()).isEqualTo("FORBIDDEN");
                }
            }
            var service = new Client(port).as(TestIdentity.serviceTokenFor("certificate"));
            assertThat(post(service, issued.id()).status()).isEqualTo(403);
            assertThat(post(new Client(port), issued.id()).status()).isEqualTo(401);
            assertThat(
                            as(learner)
                                    .get("/api/v1/certificates")
                                    .json()
                                    .at("/items/0/status")
                                    .asString())
                    .isEqualTo("ISSUED");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "{}; 400; INVALID_VALUE",
                    "{\"reason\": \"\"}; 400; INVALID_VALUE",
                    "{\"reason\": \"  \"}; 400; INVALID_VALUE",
                    "{\"reason\": null}; 400; INVALID_VALUE",
                    "{\"reason\": 1}; 400; INVALID_VALUE",
                    "{\"reason\": \"a\\u0000b\"}; 400; CONTROL_CHARACTER",
                    "{\"reason\": \"x\", \"by\": \"me\"}; 400; UNKNOWN_FIELD",
                    "{\"reason\": ; 400; MALFORMED_JSON"
                })
        void takesNoNonsense(String body, int status, String code) {
            var issued = issue(learner, "Ida Berg");

            var answer =
                    admin().withKey(UUID.randomUUID().toString()).post(path(issued.id()), body);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(code);
        }

        @Test
        void needsAKeyAndACertificate() {
            var issued = issue(learner, "Ida Berg");
            var reason = "{\"reason\": \"Cheating\"}";

            assertThat(admin().post(path(issued.id()), reason).code())
                    .isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
            assertThat(revoke(UUID.randomUUID()).status()).isEqualTo(404);
            assertThat(
                            admin().withKey("long")
                                    .post(
                                            path(issued.id()),
                                            "{\"reason\": \"%s\"}".formatted("x".repeat(2001)))
                                    .status())
                    .isEqualTo(400);
        }
    }

    @Nested
    class WithTheMoney {

        private final UUID enrollment = UUID.randomUUID();

        @Test
        void endsWhatWasEarned() {
            var issued = complete(enrollment);

            for (var i = 0; i < 3; i++) {
                neighbours.say(enrollment, revoked(enrollment, UUID.randomUUID()));
            }

            awaitRevoked(issued.id());
            awaitQuiet();
            assertThat(revokedEvents(issued.id())).isEqualTo(1);
            assertThat(revokedBy(issued.id())).isNull();
            assertThat(deadLetters.list()).isEmpty();
        }

        @Test
        void leavesWhatWasEarnedForNothing() {
            var issued = complete(enrollment);

            neighbours.say(enrollment, revoked(enrollment, null));
            awaitQuiet();

            assertThat(revokedEvents(issued.id())).isZero();
        }

        @Test
        void leavesAsItIsWhatTheStaffTookBackBefore() {
            var issued = complete(enrollment);
            revoke(issued.id());

            neighbours.say(enrollment, revoked(enrollment, UUID.randomUUID()));
            awaitQuiet();

            assertThat(revokedEvents(issued.id())).isEqualTo(1);
            assertThat(revokedBy(issued.id())).isNotNull();
            assertThat(deadLetters.list()).isEmpty();
        }

        @Test
        void endsTheClaimToWhatIsToldLate() {
            publish(course, 1, "Signals and Sampling");
            neighbours.say(enrollment, revoked(enrollment, UUID.randomUUID()));
            await().until(() -> isWithdrawn(enrollment));

            neighbours.say(enrollment, completed(enrollment));
            awaitQuiet();

            assertThat(count(learner, course)).isZero();
        }

        @Test
        void endsTheClaimWhoseCertificateIsStillMade() {
            // Course has not told its title, so the task waits.
            neighbours.say(enrollment, completed(enrollment));
            await().until(() -> isCompleted(enrollment));
            neighbours.say(enrollment, revoked(enrollment, UUID.randomUUID()));
            await().until(() -> isWithdrawn(enrollment));

            publish(course, 1, "Signals and Sampling");
            await().until(() -> waitingTasks() == 0);

            assertThat(count(learner, course)).isZero();
        }

        @Test
        void letsWhoBuysAgainEarnAgain() {
            var first = complete(enrollment);
            neighbours.say(enrollment, revoked(enrollment, UUID.randomUUID()));
            awaitRevoked(first.id());
            var bought = UUID.randomUUID();

            neighbours.say(bought, completed(bought));

            await().until(() -> count(learner, course) == 2);
            var mine = as(learner).get("/api/v1/certificates?courseId=" + course).json();
            assertThat(mine.at("/items/0/status").asString()).isEqualTo("ISSUED");
            assertThat(mine.at("/items/1/status").asString()).isEqualTo("REVOKED");
            assertThat(mine.at("/items/0/code").asString()).isNotEqualTo(first.code());
        }

        @Test
        void meetsTheIssuingAtOnceAndWins() throws Exception {
            publish(course, 1, "Signals and Sampling");
            neighbours.say(enrollment, completed(enrollment));

            AtOnce.run(
                    5,
                    () -> {
                        revoking.refund(enrollment);
                        return true;
                    });
            neighbours.say(enrollment, completed(enrollment));
            awaitQuiet();

            assertThat(
                            database.sql(
                                            "select count(*) from certificate where enrollment_id = :id and status = 'ISSUED'")
                                    .param("id", enrollment)
                                    .query(Integer.class)
                                    .single())
                    .isZero();
        }

        private Issued complete(UUID ofEnrollment) {
            publish(course, 1, "Signals and Sampling");
            neighbours.say(ofEnrollment, completed(ofEnrollment));
            return awaitCertificate(learner, course);
        }

        private EnrollmentCompleted completed(UUID ofEnrollment) {
            return new EnrollmentCompleted(ofEnrollment, learner, course, 1, COMPLETED_AT);
        }

        private EnrollmentRevoked revoked(UUID ofEnrollment, @Nullable UUID order) {
            return new EnrollmentRevoked(ofEnrollment, learner, course, UUID.randomUUID(), order);
        }
    }

    @Test
    void isToldAgainToWhoeverAsks() {
        var revoked = issue(learner, "Ida Berg");
        var valid = issue(UUID.randomUUID(), "Somebody else");
        revoke(revoked.id());

        ask("notification", "certificate.revoked.v1");

        var key = "resync.notification.certificate.revoked.v1";
        await().until(() -> !told(key, revoked.id()).isEmpty());
        assertThat(told(key, revoked.id())).isEqualTo(told("certificate.revoked.v1", revoked.id()));
        assertThat(told(key, valid.id())).isEmpty();
    }

    private void ask(String consumer, String type) {
        var id = UUID.randomUUID();
        var body =
                """
                {"specversion": "1.0", "id": "%s", "type": "%s.resync-requested.v1",
                 "source": "lectern/%s", "subject": "%s", "time": "2026-10-02T09:15:00Z",
                 "datacontenttype": "application/json", "dataschema": "/docs",
                 "sequence": "0000000000000000001",
                 "data": {"consumer": "%s", "types": ["%s"]}}
                """
                        .formatted(id, consumer, consumer, id, consumer, type);
        broker.send(
                "",
                "certificate.resync-requests",
                MessageBuilder.withBody(body.getBytes(StandardCharsets.UTF_8))
                        .setContentType("application/cloudevents+json")
                        .setMessageId(id.toString())
                        .build());
    }

    private List<String> told(String key, UUID subject) {
        return database.sql(
                        """
                        select (payload::jsonb -> 'data')::text from outbox
                        where routing_key = :key and subject = :subject order by sequence
                        """)
                .param("key", key)
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    private int revokedEvents(UUID certificate) {
        return told("certificate.revoked.v1", certificate).size();
    }

    private void awaitRevoked(UUID certificate) {
        await().until(() -> revokedEvents(certificate) == 1);
    }

    private @Nullable UUID revokedBy(UUID certificate) {
        record By(@Nullable UUID revokedBy) {}
        return database.sql("select revoked_by from certificate where id = :id")
                .param("id", certificate)
                .query(By.class)
                .single()
                .revokedBy();
    }

    private boolean isWithdrawn(UUID enrollment) {
        return exists(
                "select exists (select 1 from withdrawn_enrollment where enrollment_id = :id)",
                enrollment);
    }

    private boolean isCompleted(UUID enrollment) {
        return exists(
                "select exists (select 1 from completion where enrollment_id = :id)", enrollment);
    }

    private boolean exists(String sql, UUID id) {
        return database.sql(sql).param("id", id).query(Boolean.class).single();
    }

    private int waitingTasks() {
        return database.sql(
                        "select count(*) from scheduled_tasks where task_name = 'issue-certificate'")
                .query(Integer.class)
                .single();
    }

    /// Whatever enrollment said before this is handled, and its tasks are done.
    private void awaitQuiet() {
        var marker = UUID.randomUUID();
        publish(course, 1, "Signals and Sampling");
        neighbours.say(UUID.randomUUID(), completion(marker, course, 1));
        awaitCertificate(marker, course);
        await().until(() -> waitingTasks() == 0);
    }

    private String paper(Issued issued) throws Exception {
        var pdf =
                fetch(
                        "/api/v1/certificates/" + issued.id() + "/pdf",
                        TestIdentity.tokenOf(learner, "learner"),
                        "application/pdf");
        try (var document = Loader.loadPDF(pdf.body())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
