package dev.lectern.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What may be asked, and by whom.
class ReviewWebTest extends ReviewServiceTest {

    private static final String[] ROLES = {
        "learner", "instructor", "moderator", "support", "admin"
    };

    @Test
    void listsPageByPageNewestFirstForAnybody() {
        var ids =
                Stream.of(3, 4, 5)
                        .map(stars -> posted(aLearnerAt(30), stars))
                        .collect(Collectors.toList());

        var first = anybody().get(REVIEWS + "?courseId=" + course + "&limit=2").json();
        var rest =
                anybody()
                        .get(
                                REVIEWS
                                        + "?courseId="
                                        + course
                                        + "&limit=2&cursor="
                                        + first.get("next").asString())
                        .json();

        assertThat(idsOf(first)).isEqualTo(ids.get(2) + " " + ids.get(1));
        assertThat(idsOf(rest)).isEqualTo(ids.get(0));
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void showsOneToAnybodyAndToItsWriterAsTheirOwn() {
        var leo = aLearnerAt(30);
        var mine = REVIEWS + "/me?courseId=" + course;
        assertThat(as(leo.learner()).get(mine).status()).isEqualTo(404);

        var id = posted(leo, 4);

        assertThat(anybody().get(REVIEWS + "/" + id).text("id")).isEqualTo(id);
        assertThat(as(leo.learner()).get(mine).text("id")).isEqualTo(id);
        assertThat(as(ines).get(mine).status()).isEqualTo(404);
        assertThat(anybody().get(mine).code()).isEqualTo("UNAUTHENTICATED");
    }

    @Nested
    class Editing {

        @Test
        void changesTheRatingAndKeepsHowItReadBefore() {
            var leo = aLearnerAt(30);
            var id = posted(leo, 5);

            var edited = edit(leo.learner(), id, "{\"rating\": 2, \"text\": \"Less so.\"}");
            var again = edit(leo.learner(), id, "{\"text\": null}");

            assertThat(edited.status()).isEqualTo(200);
            assertThat(edited.json().get("rating").asInt()).isEqualTo(2);
            assertThat(again.json().get("rating").asInt()).isEqualTo(2);
            assertThat(again.json().get("text").isNull()).isTrue();
            assertThat(again.json().get("editedAt").isNull()).isFalse();
            assertThat(summary().get("average").asInt()).isEqualTo(2);
            var editions = as(leo.learner()).get(REVIEWS + "/" + id + "/editions").json();
            assertThat(editions.get("items"))
                    .extracting(edition ->
                            edition.get("rating").asInt() + " " + edition.get("text").asString())
                    .containsExactly("2 Less so.", "5 Clear and to the point.");
        }

        @Test
        void asksForTheVersionItWasMadeOn() {
            var leo = aLearnerAt(30);
            var id = posted(leo, 5);
            var path = REVIEWS + "/" + id;

            assertThat(as(leo.learner()).patch(path, "{\"rating\": 2}").code())
                    .isEqualTo("IF_MATCH_REQUIRED");
            edit(leo.learner(), id, "{\"rating\": 2}");
            var stale = as(leo.learner()).with("If-Match", "\"0\"").patch(path, "{\"rating\": 3}");
            assertThat(stale.code()).isEqualTo("VERSION_STALE");
            assertThat(summary().get("average").asInt()).isEqualTo(2);
        }

        @Test
        void isForItsWriterAlone() {
            var id = posted(aLearnerAt(30), 5);
            var other = aLearnerAt(90);

            for (var role : ROLES) {
                assertThat(
                                as(other.learner(), role)
                                        .with("If-Match", "\"0\"")
                                        .patch(REVIEWS + "/" + id, "{\"rating\": 1}")
                                        .status())
                        .as(role)
                        .isEqualTo(404);
            }
            assertThat(as(other.learner()).get(REVIEWS + "/" + id + "/editions").status())
                    .isEqualTo(404);
            assertThat(as(ines).get(REVIEWS + "/" + id + "/editions").status()).isEqualTo(404);
            assertThat(
                            as(UUID.randomUUID(), "moderator")
                                    .get(REVIEWS + "/" + id + "/editions")
                                    .status())
                    .isEqualTo(200);
            assertThat(summary().get("average").asInt()).isEqualTo(5);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"rating\": null} | 400 | INVALID_VALUE",
                    "{\"rating\": 6} | 400 | INVALID_VALUE",
                    "{\"rating\": \"5\"} | 400 | INVALID_VALUE",
                    "{\"stars\": 5} | 400 | UNKNOWN_FIELD",
                    "{\"courseId\": \"x\"} | 400 | UNKNOWN_FIELD"
                })
        void refusesWhatIsNoReview(String body, int status, String code) {
            var leo = aLearnerAt(30);
            var id = posted(leo, 5);

            var answer = edit(leo.learner(), id, body);

            assertThat(answer.status()).as(answer.body()).isEqualTo(status);
            assertThat(answer.code()).isEqualTo(code);
        }
    }

    @Nested
    class Replying {

        @Test
        void isShownWithTheNameOfTheAuthor() {
            var id = posted(aLearnerAt(30), 5);

            var answer = reply(ines, id);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().at("/reply/text").asString()).isEqualTo("Thank you.");
            await().until(() ->
                    "Ines Prado".equals(listed().at("/0/reply/authorName").asString("")));
            as(ines).put(REVIEWS + "/" + id + "/reply", "{\"text\": \"Thank you, Leo.\"}");
            assertThat(listed().at("/0/reply/text").asString()).isEqualTo("Thank you, Leo.");
        }

        @Test
        void isForWhoTeachesTheCourseAlone() {
            var leo = aLearnerAt(30);
            var id = posted(leo, 5);

            assertThat(reply(leo.learner(), id).status()).isEqualTo(404);
            for (var role : ROLES) {
                var answer =
                        as(UUID.randomUUID(), role)
                                .put(REVIEWS + "/" + id + "/reply", "{\"text\": \"Mine.\"}");
                assertThat(answer.status()).as(role).isEqualTo(404);
            }
            assertThat(reply(ines, UUID.randomUUID().toString()).status()).isEqualTo(404);
            assertThat(listed().at("/0/reply").isNull()).isTrue();
        }

        @Test
        void isNotForAReviewThatDoesNotCount() {
            var mia = aLearnerAt(30);
            var id = posted(mia, 1);
            neighbours.say(mia.id(), mia.revoked());
            awaitCount(0);

            assertThat(reply(ines, id).status()).isEqualTo(404);
        }
    }

    @Nested
    class Moderating {

        @Test
        void takesAReportedReviewOutAndPutsItBack() {
            var id = posted(aLearnerAt(30), 1);
            var moderator = UUID.randomUUID();
            var reporter = UUID.randomUUID();
            assertThat(report(reporter, id).status()).isEqualTo(204);
            assertThat(report(reporter, id).status()).isEqualTo(204);

            var waiting = reportedBy(moderator, id);
            assertThat(waiting.get("reports")).hasSize(1);
            assertThat(waiting.at("/reports/0/reason").asString()).isEqualTo("SPAM");
            assertThat(waiting.toString()).doesNotContain(reporter.toString());
            var removed = decide(moderator, id, "remove");

            assertThat(removed.get("status").asString()).isEqualTo("TAKEN_OUT");
            assertThat(summary().get("count").asInt()).isZero();
            assertThat(listed()).isEmpty();
            assertThat(anybody().get(REVIEWS + "/" + id).status()).isEqualTo(404);
            assertThat(reportedBy(moderator, id).isMissingNode()).isTrue();

            assertThat(decide(moderator, id, "keep").get("status").asString()).isEqualTo("COUNTED");
            assertThat(summary().get("count").asInt()).isEqualTo(1);
        }

        @Test
        void isForModeratorsAlone() {
            var id = posted(aLearnerAt(30), 1);

            for (var role : new String[] {"learner", "instructor", "support"}) {
                var caller = as(UUID.randomUUID(), role);
                assertThat(caller.get("/api/v1/admin/reviews").code())
                        .as(role)
                        .isEqualTo("FORBIDDEN");
                assertThat(
                                caller.post(
                                                "/api/v1/admin/reviews/" + id + "/remove",
                                                "{\"reason\": \"No.\"}")
                                        .code())
                        .isEqualTo("FORBIDDEN");
                assertThat(caller.post("/api/v1/admin/reviews/" + id + "/keep", "").code())
                        .isEqualTo("FORBIDDEN");
            }
            assertThat(summary().get("count").asInt()).isEqualTo(1);
        }

        @Test
        void isNotForWhoTeachesTheCourse() {
            var id = posted(aLearnerAt(30), 1);

            var answer =
                    as(ines, "instructor", "moderator")
                            .post(
                                    "/api/v1/admin/reviews/" + id + "/remove",
                                    "{\"reason\": \"No.\"}");

            assertThat(answer.code()).isEqualTo("OWN_COURSE");
            assertThat(summary().get("count").asInt()).isEqualTo(1);
        }

        @Test
        void isNotAskedForByTheWriter() {
            var leo = aLearnerAt(30);

            assertThat(report(leo.learner(), posted(leo, 1)).code()).isEqualTo("OWN_REVIEW");
            assertThat(report(leo.learner(), UUID.randomUUID().toString()).status()).isEqualTo(404);
        }

        private dev.lectern.client.Answer report(UUID by, String id) {
            return as(by).post(REVIEWS + "/" + id + "/report", "{\"reason\": \"SPAM\"}");
        }

        private JsonNode decide(UUID moderator, String id, String verb) {
            return as(moderator, "moderator")
                    .post(
                            "/api/v1/admin/reviews/" + id + "/" + verb,
                            verb.equals("keep") ? "" : "{\"reason\": \"Advertising.\"}")
                    .json();
        }

        private JsonNode reportedBy(UUID moderator, String id) {
            return as(moderator, "moderator")
                    .get("/api/v1/admin/reviews?limit=100")
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(one -> one.path("id").asString().equals(id))
                    .findFirst()
                    .orElse(tools.jackson.databind.node.MissingNode.getInstance());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"rating\": 0 | 400 | INVALID_VALUE",
                "\"rating\": 6 | 400 | INVALID_VALUE",
                "\"rating\": 4.5 | 400 | INVALID_VALUE",
                "\"rating\": 1e30 | 400 | INVALID_VALUE",
                "\"rating\": \"5\" | 400 | INVALID_VALUE",
                "\"rating\": true | 400 | INVALID_VALUE",
                "\"rating\": null | 400 | INVALID_VALUE",
                "\"text\": \"no stars\" | 400 | INVALID_VALUE",
                "\"rating\": 5, \"text\": 7 | 400 | INVALID_VALUE",
                "\"rating\": 5, \"text\": \"a\\u0000b\" | 400 | CONTROL_CHARACTER",
                "\"rating\": 5, \"learnerId\": null | 400 | UNKNOWN_FIELD",
                "\"rating\": 5, | 400 | MALFORMED_JSON"
            })
    void refusesWhatIsNoReview(String rest, int status, String code) {
        var answer =
                as(aLearnerAt(30).learner())
                        .withKey(UUID.randomUUID().toString())
                        .post(REVIEWS, "{\"courseId\": \"%s\", %s}".formatted(course, rest));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(summary().get("count").asInt()).isZero();
    }

    @Test
    void takesFiveThousandCharactersAndNoMore() {
        assertThat(post(aLearnerAt(30).learner(), 5, "ü".repeat(5_000)).status()).isEqualTo(201);
        assertThat(post(aLearnerAt(30).learner(), 5, "ü".repeat(5_001)).code())
                .isEqualTo("INVALID_VALUE");
        assertThat(post(aLearnerAt(30).learner(), 5, "💡".repeat(2_500)).status()).isEqualTo(201);
    }

    @Test
    void asksForAKeyToPost() {
        var answer =
                as(aLearnerAt(30).learner())
                        .post(REVIEWS, "{\"courseId\": \"%s\", \"rating\": 5}".formatted(course));

        assertThat(answer.code()).isEqualTo("IDEMPOTENCY_KEY_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 400, INVALID_VALUE",
        "?courseId=signals, 400, INVALID_VALUE",
        "?courseId=0199a3c0-1f00-7a10-8b00-000000000001&sort=BEST, 400, UNKNOWN_PARAMETER",
        "?courseId=0199a3c0-1f00-7a10-8b00-000000000001&limit=0, 400, UNKNOWN_PARAMETER",
        "?courseId=0199a3c0-1f00-7a10-8b00-000000000001&cursor=x, 400, UNKNOWN_PARAMETER",
        "/summary, 400, INVALID_VALUE",
        "/me, 401, UNAUTHENTICATED",
        "/0199a3c0-1f00-7a10-8b00-000000000001, 404, NOT_FOUND",
        "/0199a3c0-1f00-7a10-8b00-000000000001/editions, 401, UNAUTHENTICATED",
        "/nonsense, 404, NOT_FOUND"
    })
    void answersReadersClearly(String rest, int status, String code) {
        var answer = anybody().get(REVIEWS + rest);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me?courseId=0199a3c0-1f00-7a10-8b00-000000000001"})
    void needsAPersonsTokenForWhatIsTheirs(String rest) {
        var service =
                new Client(port).as(TestIdentity.serviceTokenFor("review")).get(REVIEWS + rest);

        assertThat(service.status()).isEqualTo(401);
        ForgedTokens.areRefusedAt(new Client(port), REVIEWS + rest);
        assertThat(anybody().withKey("k").post(REVIEWS, "{}").status()).isEqualTo(401);
        assertThat(anybody().get("/api/v1/admin/reviews").status()).isEqualTo(401);
    }

    private static String idsOf(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asString())
                .collect(Collectors.joining(" "));
    }
}
