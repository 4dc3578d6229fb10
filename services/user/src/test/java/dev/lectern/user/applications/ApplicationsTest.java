package dev.lectern.user.applications;

import static dev.lectern.user.Callers.json;
import static dev.lectern.user.Callers.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.testing.AtOnce;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.identity.ForgedStepUps;
import dev.lectern.user.Callers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ApplicationsTest {

    private static final String OWN = "/api/v1/instructor-applications";
    private static final String ALL = "/api/v1/admin/instructor-applications";
    private static final String APPLICATION =
            json(
                    Map.of(
                            "headline", "Waves, gently",
                            "biography", "I taught physics\nfor ten years.",
                            "sampleUrl", "https://example.org/talk"));

    @LocalServerPort int port;
    @Autowired RabbitTemplate broker;
    @Autowired JdbcClient database;

    private final UUID ines = UUID.randomUUID();
    private final UUID ada = UUID.randomUUID();

    @Nested
    class Applying {

        @Test
        void waitsForStaff() {
            var application = learner().withKey(newKey()).post(OWN, APPLICATION);

            assertThat(application.status()).isEqualTo(201);
            assertThat(application.text("status")).isEqualTo("PENDING");
            var location = application.header("Location");
            assertThat(location).isEqualTo(OWN + "/" + application.text("id"));
            assertThat(learner().get(location).json()).isEqualTo(application.json());
            assertThat(learner().get(OWN).json().at("/items/0")).isEqualTo(application.json());
        }

        @Test
        void isRefusedWhileAnotherWaits() {
            apply();

            assertRefused(tryToApply(learner()), 409, "APPLICATION_PENDING");
        }

        @Test
        void hasOneEffectAndOneAnswerForOneKey() {
            var keyed = learner().withKey("my-key");

            var first = keyed.post(OWN, APPLICATION);
            var again = keyed.post(OWN, APPLICATION);
            var other = keyed.post(OWN, json(Map.of("headline", "x", "biography", "y")));

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.json()).isEqualTo(first.json());
            assertRefused(other, 422, "IDEMPOTENCY_KEY_REUSED");
            assertRefused(learner().post(OWN, APPLICATION), 400, "IDEMPOTENCY_KEY_REQUIRED");
        }

        @Test
        void isRefusedToInstructors() {
            var instructor = new Callers(port).person(ines, "learner", "instructor");

            assertRefused(tryToApply(instructor), 409, "ALREADY_INSTRUCTOR");
        }

        @Test
        void isRefusedToTheApprovedBeforeTheirTokenKnows() {
            decide(apply(), "approve");

            assertRefused(tryToApply(learner()), 409, "ALREADY_INSTRUCTOR");
        }

        @Test
        void isOpenAgainAfterARejection() {
            decide(apply(), "reject");

            assertThat(tryToApply(learner()).status()).isEqualTo(201);
        }

        @Test
        void leavesOneWaitingOfManyAtOnce() throws Exception {
            var answers = AtOnce.run(20, () -> tryToApply(learner()));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(201);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 201)
                    .allSatisfy(answer -> assertRefused(answer, 409, "APPLICATION_PENDING"));
            assertThat(count("instructor_application where applicant_id", ines)).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"headline\": \"\", \"biography\": \"b\"}",
                    "{\"headline\": \"two\\nlines\", \"biography\": \"b\"}",
                    "{\"headline\": \"h\"}",
                    "{\"headline\": \"h\", \"biography\": \"b\", \"sampleUrl\": \"ftp://x.example\"}",
                    "{\"headline\": \"h\", \"biography\": \"b\", \"sampleUrl\": \"javascript:x\"}"
                })
        void refusesWhatCannotBe(String body) {
            assertRefused(learner().withKey(newKey()).post(OWN, body), 400, "INVALID_VALUE");
        }

        @Test
        void refusesTextsOverTheirCaps() {
            refusesWhatCannotBe(json(Map.of("headline", "h".repeat(121), "biography", "b")));
            refusesWhatCannotBe(json(Map.of("headline", "h", "biography", "b".repeat(5001))));
        }

        @Test
        void showsNobodyElsesApplications() {
            var id = apply();
            var stranger = new Callers(port).person(UUID.randomUUID(), "learner");

            assertRefused(stranger.get(OWN + "/" + id), 404, "NOT_FOUND");
            assertThat(stranger.get(OWN).json().get("items")).isEmpty();
        }
    }

    @Nested
    class Deciding {

        @Test
        void approvesAndTellsTheOthers() {
            var id = apply();
            var heard = new Neighbours(broker).listenTo("user");

            var decided = decide(id, "approve");

            assertThat(decided.status()).isEqualTo(200);
            assertThat(decided.text("status")).isEqualTo("APPROVED");
            assertThat(decided.text("decidedBy")).isEqualTo(ada.toString());
            assertThat(decided.text("decidedAt")).isNotEmpty();
            var told = heard.atLeast(1, "user.instructor-approved.v1").getFirst().get("data");
            assertThat(told.get("applicationId").asString()).isEqualTo(id.toString());
            assertThat(told.get("userId").asString()).isEqualTo(ines.toString());
            assertThat(told.get("decidedBy").asString()).isEqualTo(ada.toString());
        }

        @Test
        void tellsTheApplicantWhyAndNobodyElse() {
            var id = apply();

            decide(id, "reject");

            var own = learner().get(OWN + "/" + id);
            assertThat(own.text("status")).isEqualTo("REJECTED");
            assertThat(own.text("note")).isEqualTo("Seen your talk.");
            assertThat(own.json().has("decidedBy")).isFalse();
            assertThat(count("outbox where subject", id)).isZero();
        }

        @Test
        void decidesOnce() {
            var id = apply();
            decide(id, "approve");

            assertRefused(decide(id, "approve"), 409, "ALREADY_DECIDED");
            assertRefused(decide(id, "reject"), 409, "ALREADY_DECIDED");
            assertThat(count("application_audit where application_id", id)).isEqualTo(1);
        }

        @Test
        void decidesOnceWhenManyDecideAtOnce() throws Exception {
            var id = apply();
            var turn = new AtomicInteger();

            var answers =
                    AtOnce.run(
                            20,
                            () ->
                                    decide(
                                            id,
                                            turn.getAndIncrement() % 2 == 0
                                                    ? "approve"
                                                    : "reject"));

            assertThat(answers).extracting(Answer::status).containsOnlyOnce(200);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() != 200)
                    .allSatisfy(answer -> assertRefused(answer, 409, "ALREADY_DECIDED"));
            assertThat(count("application_audit where application_id", id)).isEqualTo(1);
            assertThat(count("outbox where subject", id)).isLessThanOrEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"approve", "reject"})
        void asksForAStepUpAndDecidesNothingWithout(String verb) {
            var id = apply();
            var admin = new Callers(port).person(ada, "admin").withKey(newKey());

            ForgedStepUps.areRefused(
                    ada, admin, client -> client.post(ALL + "/" + id + "/" + verb, "{}"));

            assertThat(count("application_audit where application_id", id)).isZero();
            assertThat(decide(id, verb).status()).isEqualTo(200);
        }

        @Test
        void answersARepeatedRequestAsTheFirst() {
            var path = ALL + "/" + apply() + "/approve";
            var keyed = admin().withKey("decision");

            var first = keyed.post(path, "{\"note\": \"Yes\"}");
            var again = keyed.post(path, "{\"note\": \"Yes\"}");

            assertThat(again.status()).isEqualTo(200);
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(again.json()).isEqualTo(first.json());
        }

        @Test
        void listsByStatusForStaff() {
            var id = apply();
            var other = UUID.randomUUID();
            new Callers(port)
                    .service()
                    .post(
                            "/internal/profiles",
                            json(
                                    Map.of(
                                            "userId", ines,
                                            "email", "ines@example.org",
                                            "displayName", "Ines Vidal",
                                            "locale", "es",
                                            "timeZone", "UTC")));
            tryToApply(new Callers(port).person(other, "learner"));

            var newest = moderator().get(ALL + "?status=PENDING&limit=1");
            var next = moderator().get(ALL + "?limit=1&cursor=" + newest.text("next")).json();

            assertThat(newest.json().at("/items/0/applicantId").asString())
                    .isEqualTo(other.toString());
            assertThat(next.at("/items/0/id").asString()).isEqualTo(id.toString());
            assertThat(next.at("/items/0/displayName").asString()).isEqualTo("Ines Vidal");
            assertRefused(moderator().get(ALL + "?status=OPEN"), 400, "INVALID_VALUE");
        }
    }

    @Nested
    class Auditing {

        @Test
        void keepsWhoDecidedWhatAndWhyForAdmins() {
            var id = apply();
            decide(id, "reject");

            var lines = admin().get(ALL + "/audit?applicationId=" + id).json().get("items");

            assertThat(lines).hasSize(1);
            assertThat(lines.get(0).get("action").asString()).isEqualTo("REJECTED");
            assertThat(lines.get(0).get("actorId").asString()).isEqualTo(ada.toString());
            assertThat(lines.get(0).get("note").asString()).isEqualTo("Seen your talk.");
            assertThat(lines.get(0).get("at").asString()).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "update application_audit set note = 'never'",
                    "delete from application_audit",
                    "truncate application_audit"
                })
        void cannotBeRewritten(String statement) {
            decide(apply(), "approve");

            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.sql(statement).update())
                    .withMessageContaining("append-only");
        }
    }

    private Client learner() {
        return new Callers(port).person(ines, "learner");
    }

    private Client admin() {
        return new Callers(port).steppedUp(ada, "admin");
    }

    private Client moderator() {
        return new Callers(port).person(UUID.randomUUID(), "moderator");
    }

    private static Answer tryToApply(Client caller) {
        return caller.withKey(newKey()).post(OWN, APPLICATION);
    }

    private UUID apply() {
        var answer = tryToApply(learner());
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.text("id"));
    }

    private Answer decide(UUID id, String verb) {
        return admin().withKey(newKey())
                .post(ALL + "/" + id + "/" + verb, "{\"note\": \"Seen your talk.\"}");
    }

    private int count(String rowsWhere, UUID id) {
        return database.sql("select count(*) from " + rowsWhere + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }
}
