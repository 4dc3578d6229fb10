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
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import dev.lectern.client.EventStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// A learner enrolls, reads, completes, and can prove it to somebody without an account.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class LearningTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    private Platform platform;
    private Cast cast;
    private Studio studio;

    @BeforeAll
    void anInstructor(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        studio = new Studio(cast.instructor("Ines"), cast.moderator());
    }

    @Test
    void goesOnWhereTheOtherDeviceStopped() {
        var course = studio.published("On two devices", "First", "Second");
        var leo = enrolled("Leo", course);
        var phone = new Device(leo.learner());
        var second = course.lessonIds().get(1);

        new Device(leo.learner()).opens(course.lessonIds().getFirst());
        phone.opens(second);

        var progress = leo.learner().api().get("/api/v1/progress/" + course.id());
        assertThat(progress.json().at("/resume/lessonId").asString()).isEqualTo(second.toString());
        var listed = leo.learner().api().get("/api/v1/enrollments?courseId=" + course.id());
        assertThat(listed.json().at("/items/0/resume/lessonId").asString())
                .isEqualTo(second.toString());
    }

    @Test
    void showsOnOneDeviceWhatIsDoneOnAnother() {
        var course = studio.published("Live", "First", "Second");
        var leo = enrolled("Leo", course);
        leo.awaitOpen();
        var address = platform.frontDoor().resolve("/api/v1/notifications/stream");
        try (var tablet = EventStream.open(address, leo.learner().token(), null)) {
            await("the stream is open").atMost(EFFECT).until(() -> !tablet.blocks().isEmpty());

            new Device(leo.learner()).completes(course.lessonIds().getFirst());

            await("progress is shown")
                    .atMost(EFFECT)
                    .until(() ->
                            tablet.events("progress").stream()
                                    .anyMatch(event -> event.data().contains(":50")));
        }
        try (var stranger = EventStream.open(address, "nobody", null)) {
            assertThat(stranger.answer().statusCode()).isEqualTo(401);
        }
    }

    @Test
    void believesNoFactThatCannotBe() {
        var course = studio.published("Honest", "First");
        var leo = enrolled("Leo", course);
        var device = new Device(leo.learner());
        var lesson = course.lessonIds().getFirst();

        var future =
                device.reports(device.fact("COMPLETED", lesson, Instant.now().plusSeconds(3600)));
        var before =
                device.reports(device.fact("COMPLETED", lesson, Instant.now().minusSeconds(3600)));
        var elsewhere = device.completes(UUID.randomUUID());

        assertRefused(future, "FROM_THE_FUTURE");
        assertRefused(before, "NOT_ENROLLED");
        assertRefused(elsewhere, "NOT_ENROLLED");
        assertThat(leo.percent()).isZero();
    }

    @Test
    void countsWhatAnOfflineDeviceSendsTwiceOnce() {
        var course = studio.published("Offline", "First", "Second");
        var leo = enrolled("Leo", course);
        var device = new Device(leo.learner());
        var batch =
                new String[] {
                    device.fact("OPENED", course.lessonIds().getFirst(), Instant.now()),
                    device.fact("COMPLETED", course.lessonIds().getFirst(), Instant.now())
                };

        var first = device.reports(batch);
        var again = device.reports(batch);

        assertThat(first.json().at("/results/1/status").asString()).isEqualTo("ACCEPTED");
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.json().at("/results/0/status").asString()).isEqualTo("DUPLICATE");
        assertThat(again.json().at("/results/1/status").asString()).isEqualTo("DUPLICATE");
        assertThat(again.json().path("percent").asInt()).isEqualTo(50);
    }

    @Test
    void endsInACertificateThatAnybodyCanCheck() throws Exception {
        var course = studio.published("Signals and Sampling", "Waves", "Samples");
        var leo = enrolled("Leo Łukasz", course);
        var certificate = leo.complete();

        var why = leo.learner().api().get("/api/v1/progress/" + course.id() + "/why");
        assertThat(why.text("verdict")).isEqualTo("COMPLETED");
        assertThat(why.json().path("rules").valueStream())
                .hasSize(2)
                .allMatch(rule -> rule.path("met").asBoolean() && !rule.path("factIds").isEmpty());

        var code = certificate.at("/code").asString();
        var verified = cast.anonymous().get("/api/v1/verify/" + code);
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.text("verdict")).isEqualTo("VALID");
        assertThat(verified.text("holderName")).isEqualTo("Leo Łukasz");
        assertThat(verified.text("courseTitle")).isEqualTo("Signals and Sampling");
        var page = cast.anonymous().with("Accept", "text/html").get("/verify/" + code);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Leo Łukasz", "Signals and Sampling")
                .doesNotContain("<script");

        var credential = cast.anonymous().get("/api/v1/verify/" + code + "/credential");
        assertThat(credential.status()).isEqualTo(200);
        assertThat(credential.header("Content-Type")).isEqualTo("application/vc+json");
        var issuer = cast.anonymous().get("/.well-known/did.json");
        assertThat(issuer.status()).as(issuer.body()).isEqualTo(200);
        assertThat(credential.json().at("/issuer/id").asString()).isEqualTo(issuer.text("id"));
        assertThat(issuer.json().at("/assertionMethod/0").asString())
                .isEqualTo(credential.json().at("/proof/verificationMethod").asString());
        var list =
                URI.create(
                        credential.json().at("/credentialStatus/statusListCredential").asString());
        var listed = cast.anonymous().get(list.getPath());
        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.header("Cache-Control")).isEqualTo("max-age=30, public");

        var pdf = pdf(leo.learner(), certificate.at("/id").asString());
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(new String(pdf.body(), StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
        var mia = cast.learner("Mia");
        assertThat(pdf(mia, certificate.at("/id").asString()).statusCode()).isEqualTo(404);
    }

    @Test
    void isCertifiedOnceThoughItsEndIsToldAgain() throws SQLException {
        var course = studio.published("Told again", "First");
        var leo = enrolled("Leo", course);
        var certificate = leo.complete();

        var again = UUID.randomUUID();
        platform.change(
                "enrollment",
                """
                update outbox set id = '%1$s', payload = replace(payload, id::text, '%1$s'),
                                  sent_at = null, next_attempt_at = now()
                where type = 'enrollment.completed.v1'
                and payload like '%%%2$s%%'
                """
                        .formatted(again, course.id()));

        await("certificate has heard it again")
                .atMost(EFFECT)
                .until(() ->
                        platform.number(
                                        "certificate",
                                        "select count(*) from inbox where event_id = '%s'"
                                                .formatted(again))
                                == 1);
        assertThat(
                        leo.learner()
                                .api()
                                .get("/api/v1/certificates?courseId=" + course.id())
                                .json()
                                .path("items"))
                .containsExactly(certificate);
    }

    @Test
    void answersAlikeForEveryCodeThatWasNeverGivenOut() {
        var unknown = cast.anonymous().get("/api/v1/verify/" + "A".repeat(26));
        var malformed = cast.anonymous().get("/api/v1/verify/short");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(malformed.status()).isEqualTo(404);
        assertThat(malformed.code()).isEqualTo(unknown.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void leavesThoseWhoLearnOnTheVersionTheyBegan() {
        var course = studio.published("Two editions", "First");
        var leo = enrolled("Leo", course);
        leo.complete();
        var added = studio.article(course.id(), course.sectionId(), "Added in the second", false);

        var changes =
                await("the course knows of Leo")
                        .atMost(EFFECT)
                        .until(
                                () ->
                                        studio.author()
                                                .api()
                                                .get("/api/v1/courses/" + course.id() + "/changes"),
                                answer -> answer.json().path("learnersOnOlder").asLong() == 1);
        assertThat(changes.json().at("/added/0/lessonId").asString()).isEqualTo(added.toString());
        var published = studio.publishAgain(course);
        assertThat(published.status()).as(published.body()).isEqualTo(200);
        assertThat(published.json().path("publishedVersion").asInt()).isEqualTo(2);

        var tom =
                await("enrollment offers the second version")
                        .atMost(EFFECT)
                        .until(() -> enrolled("Tom", course), newcomer -> newcomer.version() == 2);
        assertThat(tom.percent()).isZero();
        assertThat(leo.percent()).isEqualTo(100);
        tom.awaitOpen();
        var path = "/api/v1/lessons/" + added;
        assertThat(leo.learner().api().get(path).status()).isEqualTo(404);
        assertThat(tom.learner().api().get(path).body()).contains("This is Added in the second.");

        assertThat(studio.rollBack(course, 3).code()).isEqualTo("VERSION_UNKNOWN");
        var rolledBack = studio.rollBack(course, 1);
        assertThat(rolledBack.status()).as(rolledBack.body()).isEqualTo(200);
        await("enrollment offers the first version again")
                .atMost(EFFECT)
                .until(() -> enrolled("Mia", course).version() == 1);
        assertThat(tom.version()).isEqualTo(2);
        assertThat(tom.learner().api().get(path).status()).isEqualTo(200);
        assertThat(leo.version()).isEqualTo(1);
        assertThat(leo.percent()).isEqualTo(100);
    }

    private Studies enrolled(String name, Draft course) {
        var studies = new Studies(cast.learner(name), course);
        studies.enroll();
        return studies;
    }

    private HttpResponse<byte[]> pdf(Person person, String certificate)
            throws IOException, InterruptedException {
        var path = "/api/v1/certificates/" + certificate + "/pdf";
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(platform.frontDoor() + path))
                            .header("Authorization", "Bearer " + person.token())
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/results/0/status").asString()).isEqualTo("REFUSED");
    }
}
