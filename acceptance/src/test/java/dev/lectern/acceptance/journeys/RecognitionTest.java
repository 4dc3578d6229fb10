package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.client.Answer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/// What learning earns: points and a badge, a say about the course, and a certificate that can be
/// taken back.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class RecognitionTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private Cast cast;
    private Person ines;
    private Studio studio;

    @BeforeAll
    void anInstructor(Cast cast) {
        this.cast = cast;
        ines = cast.instructor("Ines");
        studio = new Studio(ines, cast.moderator());
    }

    @Test
    void earnsPointsOnceABadgeAndAPlaceWithoutAName() {
        var course = studio.published("Counts", "First", "Second");
        var leo = enrolled("Leo", course);
        leo.complete();
        new Device(leo.learner()).completes(course.lessonIds().getFirst());

        var ledger =
                await("both lessons and the course are counted")
                        .atMost(EFFECT)
                        .until(
                                () -> leo.learner().api().get("/api/v1/points/me/ledger").json(),
                                lines -> lines.path("items").size() >= 3);
        assertThat(ledger.path("items")).hasSize(3);
        assertThat(ledger.path("items").valueStream().map(line -> line.path("sourceEventId")))
                .doesNotHaveDuplicates();
        assertThat(balance(leo.learner())).isEqualTo(120);
        var badge =
                leo.learner()
                        .api()
                        .get("/api/v1/badges")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("code").asString().equals("FIRST_COURSE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(badge.path("earnedAt").isString()).isTrue();
        var board = board(leo.learner(), course);
        assertThat(board.path("items")).hasSize(1);
        assertThat(board.at("/items/0/points").asInt()).isEqualTo(120);
        assertThat(board.at("/items/0/name").asString()).isNotBlank().isNotEqualTo("Leo");

        var hidden =
                leo.learner().api().put("/api/v1/leaderboards/me", "{\"visibility\": \"HIDDEN\"}");
        assertThat(hidden.status()).as(hidden.body()).isEqualTo(200);
        assertThat(board(leo.learner(), course).path("items")).isEmpty();
        assertThat(board(ines, course).path("items")).isEmpty();
    }

    @Test
    void letsWhoLearnsReviewOnceAndTheAuthorReply() {
        var course = studio.published("Judged", "First", "Second");
        var leo = enrolled("Leo", course);
        var mia = enrolled("Mia", course);
        assertThat(review(leo.learner(), course, 5).code()).isEqualTo("PROGRESS_TOO_LOW");
        assertThat(review(ines, course, 5).code()).isEqualTo("OWN_COURSE");
        assertThat(review(cast.learner("Tom"), course, 1).code()).isEqualTo("NOT_ENROLLED");
        for (var studies : new Studies[] {leo, mia}) {
            studies.awaitOpen();
            new Device(studies.learner()).completes(course.lessonIds().getFirst());
        }

        var posted = reviews(leo.learner(), course, 5);
        reviews(mia.learner(), course, 2);
        var again = review(leo.learner(), course, 4);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_REVIEWED");
        assertThat(again.text("reviewId")).isEqualTo(posted.text("id"));
        var path = "/api/v1/reviews/" + posted.text("id");
        var reply = ines.api().put(path + "/reply", "{\"text\": \"Thank you.\"}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(leo.learner().api().put(path + "/reply", "{\"text\": \"No.\"}").status())
                .isEqualTo(404);
        assertThat(cast.anonymous().get(path).json().at("/reply/text").asString())
                .isEqualTo("Thank you.");
        var summary =
                cast.anonymous().get("/api/v1/reviews/summary?courseId=" + course.id()).json();
        assertThat(summary.path("count").asInt()).isEqualTo(2);
        assertThat(summary.path("average").asDouble()).isEqualTo(3.5);
        await("the catalogue shows it")
                .atMost(EFFECT)
                .until(() ->
                        cast.anonymous()
                                        .get("/api/v1/catalog/courses/" + course.id())
                                        .json()
                                        .at("/rating/count")
                                        .asInt()
                                == 2);
    }

    @Test
    void takesACertificateBackForAnybodyWhoChecksIt() {
        var course = studio.published("Taken back", "First");
        var leo = enrolled("Leo", course);
        var certificate = leo.complete();
        var code = certificate.path("code").asString();
        var path = "/api/v1/admin/certificates/" + certificate.path("id").asString() + "/revoke";
        var reason = "{\"reason\": \"Somebody else sat the exam.\"}";
        var points = balanceOnceCounted(leo.learner(), 110);
        var list = statusList(code);
        assertThat(verdict(code)).isEqualTo("VALID");
        assertThat(leo.learner().intending().post(path, reason).status()).isEqualTo(403);

        var revoked = cast.admin().intending().post(path, reason);
        var again = cast.admin().intending().post(path, reason);

        assertThat(revoked.status()).as(revoked.body()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_REVOKED");
        assertThat(verdict(code)).isEqualTo("REVOKED");
        await("the status list says so too")
                .atMost(A_MINUTE)
                .until(() -> !statusList(code).equals(list));
        await("Leo is told")
                .atMost(EFFECT)
                .until(() ->
                        leo.learner()
                                .api()
                                .get("/api/v1/notifications")
                                .body()
                                .contains("CERTIFICATE_REVOKED"));
        assertThat(balance(leo.learner())).isEqualTo(points);
    }

    private Studies enrolled(String name, Draft course) {
        var studies = new Studies(cast.learner(name), course);
        studies.enroll();
        return studies;
    }

    private String verdict(String code) {
        return cast.anonymous().get("/api/v1/verify/" + code).text("verdict");
    }

    /// The bits of the list a certificate is in.
    private String statusList(String code) {
        var credential = cast.anonymous().get("/api/v1/verify/" + code + "/credential").json();
        var address =
                URI.create(credential.at("/credentialStatus/statusListCredential").asString());
        return cast.anonymous()
                .get(address.getPath())
                .json()
                .at("/credentialSubject/encodedList")
                .asString();
    }

    private static Answer review(Person person, Draft course, int stars) {
        return person.intending()
                .post(
                        "/api/v1/reviews",
                        "{\"courseId\": \"%s\", \"rating\": %d}".formatted(course.id(), stars));
    }

    /// Reviews as soon as review knows how far somebody is.
    private static Answer reviews(Person person, Draft course, int stars) {
        return await("review knows the progress")
                .atMost(EFFECT)
                .until(() -> review(person, course, stars), answer -> answer.status() == 201);
    }

    private static JsonNode board(Person person, Draft course) {
        var answer = person.api().get("/api/v1/leaderboards/course?courseId=" + course.id());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static long balanceOnceCounted(Person person, long points) {
        return await("points are counted")
                .atMost(EFFECT)
                .until(() -> balance(person), counted -> counted == points);
    }

    private static long balance(Person person) {
        return person.api().get("/api/v1/points/me").json().path("balance").asLong();
    }
}
