package dev.lectern.enrollment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/// Enrollment as its callers meet it: over HTTP, with real tokens.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
class EnrollmentWebTest {

    private static final String ENROLLMENTS = "/api/v1/enrollments";

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired MeterRegistry meters;

    private final UUID learner = UUID.randomUUID();
    private Client http = new Client(0);

    @BeforeEach
    void signIn() {
        http = new Client(port).as(TestIdentity.tokenOf(learner, "learner"));
    }

    @Nested
    class Enrolling {

        @Test
        void answers201WithTheEnrollmentAndWhereItIs() {
            var offer = catalogue.freeCourse();

            var answer = http.withKey("a").post(ENROLLMENTS, enroll(offer));

            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.text("status")).isEqualTo("ACTIVE");
            assertThat(answer.header("Location")).isEqualTo(ENROLLMENTS + "/" + answer.text("id"));
            assertThat(http.get(answer.header("Location")).text("courseId"))
                    .isEqualTo(offer.courseId().toString());
        }

        @Test
        void givesARepeatedRequestTheFirstAnswer() {
            var offer = catalogue.freeCourse();
            var keyed = http.withKey("again");

            var first = keyed.post(ENROLLMENTS, enroll(offer));
            var second = keyed.post(ENROLLMENTS, enroll(offer));

            assertThat(second.status()).isEqualTo(201);
            assertThat(second.text("id")).isEqualTo(first.text("id"));
            assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        }

        @Test
        void refusesAKeyThatServedAnotherRequest() {
            var keyed = http.withKey("reused");
            keyed.post(ENROLLMENTS, enroll(catalogue.freeCourse()));

            var answer = keyed.post(ENROLLMENTS, enroll(catalogue.freeCourse()));

            assertRefused(answer, 422, "IDEMPOTENCY_KEY_REUSED");
        }

        @Test
        void hasOneEffectForTwentyParallelRequestsWithOneKey() throws Exception {
            var offer = catalogue.freeCourse();
            var keyed = http.withKey("parallel");

            var ids = new ArrayList<String>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var running = new ArrayList<Future<Answer>>();
                for (var i = 0; i < 20; i++) {
                    running.add(threads.submit(() -> keyed.post(ENROLLMENTS, enroll(offer))));
                }
                for (var answer : running) {
                    assertThat(answer.get().status()).isIn(201, 409);
                    if (answer.get().status() == 201) {
                        ids.add(answer.get().text("id"));
                    } else {
                        assertThat(answer.get().code()).isEqualTo("REQUEST_IN_PROGRESS");
                    }
                }
            }

            assertThat(ids).isNotEmpty().containsOnly(ids.getFirst());
        }

        @Test
        void needsAKey() {
            assertRefused(
                    http.post(ENROLLMENTS, enroll(catalogue.freeCourse())),
                    400,
                    "IDEMPOTENCY_KEY_REQUIRED");
        }

        @Test
        void saysWhatIsInTheWay() {
            var offer = catalogue.freeCourse();
            http.withKey("1").post(ENROLLMENTS, enroll(offer));

            assertRefused(
                    http.withKey("2").post(ENROLLMENTS, enroll(offer)), 409, "ALREADY_ENROLLED");
            assertRefused(
                    http.withKey("3").post(ENROLLMENTS, enroll(catalogue.courseFor(100))),
                    409,
                    "PAYMENT_REQUIRED");
            assertRefused(
                    http.withKey("4")
                            .post(ENROLLMENTS, "{\"runId\": \"" + UUID.randomUUID() + "\"}"),
                    404,
                    "NOT_FOUND");
        }
    }

    @Nested
    class BadInput {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"runId\":                                        | MALFORMED_JSON",
                    "[]                                                 | INVALID_VALUE",
                    "{}                                                 | INVALID_VALUE",
                    "{\"runId\": null}                                  | INVALID_VALUE",
                    "{\"runId\": 7}                                     | INVALID_VALUE",
                    "{\"runId\": \"seven\"}                             | INVALID_VALUE",
                    "{\"runId\": {\"value\": 1}}                        | INVALID_VALUE",
                    "{\"runId\": \"0199a3c0-1f00-7a10-8b00-000000000001\", \"price\": 1} |"
                            + " UNKNOWN_FIELD",
                    "{\"runId\": \"0199a3c0-1f00-7a10-8b00-000000000001\"} {} | INVALID_VALUE",
                })
        void isRefusedWithItsCode(String body, String code) {
            assertRefused(http.withKey("bad").post(ENROLLMENTS, body), 400, code);
        }

        @Test
        void namesTheFieldItDoesNotKnow() {
            var answer =
                    http.withKey("bad")
                            .post(
                                    ENROLLMENTS,
                                    "{\"runId\": \"" + UUID.randomUUID() + "\", \"price\": 1}");

            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo("/price");
        }

        @Test
        void mayNotBeLargerThanOneMebibyte() {
            assertRefused(
                    http.withKey("big")
                            .post(ENROLLMENTS, "{\"x\": \"" + "y".repeat(1024 * 1024) + "\"}"),
                    413,
                    "BODY_TOO_LARGE");
        }

        @Test
        void mustBeJson() {
            assertRefused(
                    http.withKey("xml").withType("application/xml").post(ENROLLMENTS, "<x/>"),
                    415,
                    "CONTENT_TYPE_UNSUPPORTED");
        }

        @ParameterizedTest
        @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=x", "?cursor=x", "?state=ACTIVE"})
        void inAQueryIsRefused(String query) {
            assertRefused(http.get(ENROLLMENTS + query), 400, "UNKNOWN_PARAMETER");
        }

        @Test
        void inAFilterIsRefused() {
            assertRefused(http.get(ENROLLMENTS + "?status=GONE"), 400, "INVALID_VALUE");
            assertRefused(http.get(ENROLLMENTS + "?courseId=x"), 400, "INVALID_VALUE");
        }

        @Test
        void inAPathReadsAsNothingThere() {
            assertRefused(http.get(ENROLLMENTS + "/not-an-id"), 404, "NOT_FOUND");
            assertRefused(http.get("/api/v1/nothing"), 404, "NOT_FOUND");
            assertRefused(http.delete(ENROLLMENTS), 405, "METHOD_NOT_ALLOWED");
        }
    }

    @Nested
    class Rights {

        @Test
        void showNobodyTheEnrollmentsOfAnother() {
            var location =
                    http.withKey("k")
                            .post(ENROLLMENTS, enroll(catalogue.freeCourse()))
                            .header("Location");
            var other = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), "admin"));

            assertRefused(other.get(location), 404, "NOT_FOUND");
            assertThat(other.get(ENROLLMENTS).json().get("items")).isEmpty();
        }

        @Test
        void refuseEveryForgedToken() {
            ForgedTokens.areRefusedAt(new Client(port), ENROLLMENTS);
        }

        @Test
        void keepPeopleOutOfWhatServicesAsk() {
            var hold = "/internal/seat-holds/" + UUID.randomUUID();
            var body =
                    "{\"runId\": \"%1$s\", \"learnerId\": \"%1$s\"}".formatted(UUID.randomUUID());

            assertRefused(new Client(port).put(hold, body), 401, "UNAUTHENTICATED");
            for (var role :
                    new String[] {"learner", "instructor", "moderator", "support", "admin"}) {
                var person = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role));
                assertRefused(person.put(hold, body), 403, "FORBIDDEN");
                assertRefused(person.get("/actuator/deadletters"), 403, "FORBIDDEN");
            }
        }

        @Test
        void letAServiceHoldAndReleaseSeatsButNotActAsALearner() {
            var offer = catalogue.courseFor(4900);
            var service = new Client(port).as(TestIdentity.serviceTokenFor("enrollment"));
            var hold = "/internal/seat-holds/" + UUID.randomUUID();
            var body =
                    "{\"runId\": \"%s\", \"learnerId\": \"%s\"}".formatted(offer.runId(), learner);

            assertThat(service.put(hold, body).status()).isEqualTo(204);
            assertThat(service.put(hold, body).status()).isEqualTo(204);
            assertThat(service.delete(hold).status()).isEqualTo(204);
            assertRefused(service.put(hold, body), 409, "HOLD_EXPIRED");
            assertRefused(service.get(ENROLLMENTS), 401, "UNAUTHENTICATED");
        }
    }

    @Nested
    class Learning {

        @Test
        void goesFromNothingToCompletedWithItsReasons() {
            var offer = catalogue.freeCourse();
            var completions = meters.get("lectern.completions").counter();
            var before = completions.count();
            http.withKey("k").post(ENROLLMENTS, enroll(offer));
            var progress = "/api/v1/progress/" + offer.courseId();
            assertThat(http.get(progress).json().get("percent").asInt()).isZero();

            var first = complete(offer.lessons().getFirst(), 1);
            assertThat(first.json().get("percent").asInt()).isEqualTo(50);
            assertThat(
                            complete(offer.lessons().getFirst(), 1)
                                    .json()
                                    .at("/results/0/status")
                                    .asString())
                    .isEqualTo("DUPLICATE");
            assertThat(complete(offer.lessons().getLast(), 2).json().get("percent").asInt())
                    .isEqualTo(100);
            assertThat(completions.count()).isEqualTo(before + 1);

            var why = http.get(progress + "/why").json();
            assertThat(why.get("verdict").asString()).isEqualTo("COMPLETED");
            assertThat(why.get("rules"))
                    .hasSize(2)
                    .allSatisfy(rule -> {
                        assertThat(rule.get("met").asBoolean()).isTrue();
                        assertThat(rule.get("factIds")).isNotEmpty();
                    });
            assertThat(http.get(ENROLLMENTS).json().at("/items/0/percent").asInt()).isEqualTo(100);
        }

        @Test
        void believesWatchingNoFasterThanTimeAndSaysSoWhenNothingIsLeft() {
            var offer = catalogue.courseWithAVideo(30);
            http.withKey("k").post(ENROLLMENTS, enroll(offer));
            var now = Instant.now();

            var answer =
                    http.post(
                            "/api/v1/progress/facts",
                            """
                            {"clientId": "%s", "facts": [{"sequence": 1, "type": "WATCHED",
                             "lessonId": "%s", "fromSeconds": 0, "toSeconds": 30,
                             "startedAt": "%s", "endedAt": "%s"}]}
                            """
                                    .formatted(
                                            UUID.randomUUID(),
                                            offer.lessons().getFirst(),
                                            now,
                                            now.plusSeconds(3)));

            assertRefused(answer, 422, "FASTER_THAN_TIME");
            assertThat(answer.json().at("/results/0/status").asString()).isEqualTo("REFUSED");
            assertThat(
                            http.get("/api/v1/progress/" + offer.courseId())
                                    .json()
                                    .get("percent")
                                    .asInt())
                    .isZero();
        }

        @Test
        void isNotForThoseWhoAreNotEnrolled() {
            var offer = catalogue.freeCourse();

            assertRefused(complete(offer.lessons().getFirst(), 1), 422, "NOT_ENROLLED");
            assertRefused(http.get("/api/v1/progress/" + offer.courseId()), 403, "NOT_ENROLLED");
        }

        @Test
        void opensPreviewsToStrangersAndLessonsInTheirOrderToLearners() {
            var open = catalogue.courseWithAPreview();
            assertVerdict(open, 0, "ALLOWED");
            assertVerdict(open, 1, "NOT_ENROLLED");

            var sequential = catalogue.sequentialCourse();
            http.withKey("k").post(ENROLLMENTS, enroll(sequential));
            assertVerdict(sequential, 0, "ALLOWED");
            assertVerdict(sequential, 1, "LESSON_LOCKED");
            complete(sequential.lessons().getFirst(), 1);
            assertVerdict(sequential, 1, "ALLOWED");

            assertRefused(http.get(access(UUID.randomUUID(), UUID.randomUUID())), 404, "NOT_FOUND");
        }

        private void assertVerdict(Catalogue.Offer offer, int lesson, String verdict) {
            var decision = http.get(access(offer.courseId(), offer.lessons().get(lesson))).json();
            assertThat(decision.get("verdict").asString()).isEqualTo(verdict);
            assertThat(decision.get("allowed").asBoolean()).isEqualTo(verdict.equals("ALLOWED"));
            assertThat(decision.get("reasons")).isNotEmpty();
        }

        private Answer complete(UUID lesson, int sequence) {
            var now = Instant.now();
            return http.post(
                    "/api/v1/progress/facts",
                    """
                    {"clientId": "0199a3c0-1f00-7a10-8b00-0000000000cc", "facts": [
                     {"sequence": %d, "type": "COMPLETED", "lessonId": "%s",
                      "startedAt": "%s", "endedAt": "%s"}]}
                    """
                            .formatted(sequence, lesson, now, now));
        }
    }

    private static String access(UUID courseId, UUID lessonId) {
        return "/api/v1/access?courseId=" + courseId + "&lessonId=" + lessonId;
    }

    private static String enroll(Catalogue.Offer offer) {
        return "{\"runId\": \"" + offer.runId() + "\"}";
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("traceId").asString()).matches("[0-9a-f]{32}");
    }
}
