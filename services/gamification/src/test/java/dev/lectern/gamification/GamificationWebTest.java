package dev.lectern.gamification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be asked, and by whom.
class GamificationWebTest extends GamificationServiceTest {

    private static final String[] ROLES = {
        "learner", "instructor", "moderator", "support", "admin"
    };

    @Test
    void showsSomebodyNewThatNothingIsThereYet() {
        var points = as(learner).get("/api/v1/points/me").json();
        var badges = as(learner).get("/api/v1/badges").json().get("items");
        var seen = as(learner).get("/api/v1/leaderboards/me").json();

        assertThat(points.get("balance").asLong()).isZero();
        assertThat(points.get("level").asLong()).isEqualTo(1);
        assertThat(points.get("streakDays").asInt()).isZero();
        assertThat(badges)
                .extracting(badge -> badge.get("code").asString())
                .containsExactly("FIRST_COURSE", "STREAK_7", "PERFECT_QUIZ");
        assertThat(badges)
                .allSatisfy(badge -> {
                    assertThat(badge.get("progressPercent").asInt()).isZero();
                    assertThat(badge.get("earnedAt").isNull()).isTrue();
                });
        assertThat(seen.get("visibility").asString()).isEqualTo("PSEUDONYM");
    }

    @Test
    void listsTheLedgerPageByPageNewestFirst() {
        for (var i = 1; i <= 3; i++) {
            completeLesson(enrolled);
            awaitBalance(learner, 10L * i);
        }

        var first = as(learner).get("/api/v1/points/me/ledger?limit=2").json();
        var rest =
                as(learner)
                        .get(
                                "/api/v1/points/me/ledger?limit=2&cursor="
                                        + first.get("next").asString())
                        .json();

        assertThat(first.get("items")).hasSize(2);
        assertThat(first.at("/items/0/id").asString())
                .isGreaterThan(first.at("/items/1/id").asString());
        assertThat(first.at("/items/0/rule").asString()).isEqualTo("LESSON_COMPLETED");
        assertThat(first.at("/items/0/courseId").asString()).isEqualTo(course.toString());
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @Test
    void listsTheRulesWithTheirVersions() {
        var rules = as(learner).get("/api/v1/points/rules").json().get("items");

        assertThat(rules)
                .extracting(rule ->
                        rule.get("code").asString()
                                + " "
                                + rule.get("version").asInt()
                                + " "
                                + rule.get("points").asInt()
                                + " "
                                + rule.get("oncePer").asString())
                .containsExactly(
                        "COURSE_COMPLETED 1 100 COURSE",
                        "LESSON_COMPLETED 1 10 LESSON",
                        "QUIZ_PASSED_FIRST_TIME 1 20 QUIZ",
                        "REVIEW_POSTED 1 5 COURSE");
    }

    @Test
    void showsHowFarABadgeIs() {
        neighbours.say(UUID.randomUUID(), graded(enrolled, 1, 80, true));
        awaitBalance(learner, 20);

        var badges = as(learner).get("/api/v1/badges").json().get("items");

        assertThat(badges.at("/2/progressPercent").asInt()).isEqualTo(80);
    }

    @Test
    void showsNobodyWhatIsSomebodyElses() {
        completeLesson(enrolled);
        awaitBalance(learner, 10);

        for (var role : ROLES) {
            var other = new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role));

            assertThat(other.get("/api/v1/points/me").json().get("balance").asLong())
                    .as(role)
                    .isZero();
            assertThat(other.get("/api/v1/points/me/ledger").json().get("items")).isEmpty();
            assertThat(other.get("/api/v1/leaderboards/all").status()).isEqualTo(200);
        }
    }

    @Test
    void showsTheBoardOfACourseToThoseWhoLearnOrTeachItAlone() {
        var author = UUID.randomUUID();
        var path = "/api/v1/leaderboards/course?courseId=" + course;
        assertThat(as(learner).get(path).status()).isEqualTo(404);

        publishCourse(course, author);
        neighbours.say(enrolled.id(), enrolled.granted(1));

        await().until(() -> as(author).get(path).status() == 200);
        await().until(() -> as(learner).get(path).status() == 200);
        for (var role : ROLES) {
            var other =
                    new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role)).get(path);
            assertThat(other.status()).as(role).isEqualTo(403);
            assertThat(other.code()).isEqualTo("NOT_ENROLLED");
        }
        neighbours.say(enrolled.id(), enrolled.suspended());
        await().until(() -> as(learner).get(path).status() == 403);
    }

    @ParameterizedTest
    @CsvSource({
        "/leaderboards/all?courseId=0199a3c0-1f00-7a10-8b00-000000000001, 400, UNKNOWN_PARAMETER",
        "/leaderboards/all?period=MONTH, 400, INVALID_VALUE",
        "/leaderboards/all?limit=5, 400, UNKNOWN_PARAMETER",
        "/leaderboards/course, 400, INVALID_VALUE",
        "/leaderboards/course?courseId=signals, 400, INVALID_VALUE",
        "/leaderboards/friends, 404, NOT_FOUND",
        "/points/me/ledger?limit=0, 400, UNKNOWN_PARAMETER",
        "/points/me/ledger?cursor=rubbish, 400, UNKNOWN_PARAMETER",
        "/points/me?learnerId=0199a3c0-1f00-7a10-8b00-000000000001, 400, UNKNOWN_PARAMETER",
    })
    void refusesWhatCannotBeAnswered(String rest, int status, String code) {
        var answer = as(learner).get("/api/v1" + rest);

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"visibility\": null}",
                "{\"visibility\": \"name\"}",
                "{\"visibility\": 1}",
                "{\"visibility\": \"A\\u0007B\"}",
                "{\"visibility\": \"HIDDEN\", \"points\": 1000}",
                "[]",
                "{"
            })
    void refusesChoicesThatAreNone(String body) {
        var answer = as(learner).put("/api/v1/leaderboards/me", body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(as(learner).get("/api/v1/leaderboards/me").text("visibility"))
                .isEqualTo("PSEUDONYM");
    }

    @Test
    void keepsAChoiceAndThePseudonym() {
        var hidden = choose("HIDDEN");
        var shown = choose("PSEUDONYM");

        assertThat(hidden).startsWith("HIDDEN ");
        assertThat(shown).isEqualTo(hidden.replace("HIDDEN", "PSEUDONYM"));
        assertThat(choose("PSEUDONYM")).isEqualTo(shown);
    }

    @Test
    void needsAPersonsToken() {
        var paths =
                new String[] {
                    "/points/me",
                    "/points/me/ledger",
                    "/points/rules",
                    "/badges",
                    "/leaderboards/all",
                    "/leaderboards/me"
                };
        for (var rest : paths) {
            var path = "/api/v1" + rest;

            assertThat(new Client(port).get(path).status()).as(path).isEqualTo(401);
            assertThat(
                            new Client(port)
                                    .as(TestIdentity.serviceTokenFor("gamification"))
                                    .get(path)
                                    .status())
                    .isEqualTo(401);
            ForgedTokens.areRefusedAt(new Client(port), path);
        }
        assertThat(
                        new Client(port)
                                .put("/api/v1/leaderboards/me", "{\"visibility\": \"NAME\"}")
                                .status())
                .isEqualTo(401);
    }

    private String choose(String visibility) {
        var answer =
                as(learner)
                        .put(
                                "/api/v1/leaderboards/me",
                                "{\"visibility\": \"%s\"}".formatted(visibility));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text("visibility") + " " + answer.text("pseudonym");
    }
}
