package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Film;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.client.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// An author sends a film into the store, with a break on the way, captions it and publishes it;
/// learners watch it and nobody else does.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class VideoTest {

    private static final Duration EFFECT = Duration.ofSeconds(10);

    @TempDir Path directory;

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
    void comesIntoACourseAndIsWatched() {
        var course = studio.draft("Filmed", "To read");
        var film = Film.shotFor(studio, course, directory);
        var video = sendWithABreak(film);
        var ready = film.awaitReady(video);
        assertThat(ready.path("durationSeconds").asInt()).isEqualTo(Film.SECONDS);
        caption(film, video);
        var lesson = film.addLesson(video);
        studio.publish(course);

        var leo = cast.learner("Leo");
        assertThat(watch(leo, video).code()).isEqualTo("NOT_ENROLLED");
        assertThat(cast.anonymous().get(path(video)).code()).isEqualTo("NOT_ENROLLED");
        var studies = new Studies(leo, course);
        studies.enroll();
        var seen =
                await("media knows of the enrollment")
                        .atMost(EFFECT)
                        .until(() -> watch(leo, video), answer -> answer.status() == 200);
        plays(film, leo, seen);

        countsWhatWasWatched(studies, course, lesson);
    }

    @Test
    void isNobodyElsesToSend() {
        var course = studio.draft("Mine to film", "To read");
        var film = Film.shotFor(studio, course, directory);
        var omar = cast.learner("Omar");

        assertThat(film.announceAs(omar.id()).code()).isEqualTo("USER_MISMATCH");
        var upload = film.announceAs(ines.id());
        assertThat(omar.api().get("/api/v1/uploads/" + upload.text("uploadId")).status())
                .isEqualTo(404);
        assertThat(watch(omar, UUID.fromString(upload.text("videoId"))).status()).isEqualTo(404);
        assertThat(cast.anonymous().get(path(UUID.fromString(upload.text("videoId")))).status())
                .isEqualTo(404);
    }

    @Test
    void isNoticedByTheStoreWhoeverForgetsToSaySo() {
        var course = studio.draft("Forgetful", "To read");
        var film = Film.only("I am a text.", studio, course);
        var upload = announced(film);

        film.sendWhole(upload);

        var video = UUID.fromString(upload.text("videoId"));
        var ended =
                await("the video has ended")
                        .atMost(Duration.ofMinutes(1))
                        .until(
                                () -> watch(ines, video),
                                answer -> answer.text("status").equals("FAILED"));
        assertThat(ended.text("failure")).isEqualTo("NOT_A_VIDEO");
    }

    /// The line drops after the first part; what is missing is sent to a new address.
    private UUID sendWithABreak(Film film) {
        var upload = announced(film);
        assertThat(upload.text("status")).isEqualTo("UPLOADING");
        var size = upload.json().path("partSizeBytes").asInt();
        var uploading = "/api/v1/uploads/" + upload.text("uploadId");
        var first =
                film.send(upload.json().at("/parts/0/presignedUrl").asString(), film.part(1, size));

        var stopped = ines.api().get(uploading).json();
        assertThat(stopped.path("received").toString()).isEqualTo("[1]");
        assertThat(stopped.path("missing").toString()).isEqualTo("[2]");
        assertThat(complete(uploading, part(1, first)).code()).isEqualTo("PARTS_MISSING");
        var again = ines.api().post(uploading + "/parts", "{\"numbers\": [2]}");
        var second = film.send(again.json().at("/0/presignedUrl").asString(), film.part(2, size));

        var completed = complete(uploading, part(1, first) + ", " + part(2, second));
        assertThat(completed.status()).as(completed.body()).isEqualTo(200);
        return UUID.fromString(upload.text("videoId"));
    }

    private Answer announced(Film film) {
        return await("media knows who teaches the course")
                .atMost(EFFECT)
                .until(() -> film.announceAs(ines.id()), answer -> answer.status() == 201);
    }

    private void caption(Film film, UUID video) {
        var captions = path(video) + "/captions/en";
        await("an engine has listened")
                .atMost(EFFECT)
                .until(() -> watch(ines, video).body().contains("ENGINE"));
        var broken =
                ines.api()
                        .withType("text/vtt")
                        .put(captions, "WEBVTT\n\n00:05.000 --> 00:02.000\nBackwards.\n");
        assertThat(broken.code()).isEqualTo("CAPTION_INVALID");
        assertThat(broken.json().path("line").asInt()).isEqualTo(3);
        ines.api()
                .withType("text/vtt")
                .put(captions, "WEBVTT\n\n00:01.000 --> 00:04.000\nThis is a sine.\n");

        var shown = watch(ines, video);
        assertThat(shown.text("captionFileKey")).contains("uploaded");
        assertThat(shown.json().at("/captions/0/source").asString()).isEqualTo("UPLOADED");
        assertThat(text(film.fetch(shown.json().at("/captions/0/url").asString())))
                .contains("This is a sine.");
    }

    private static void plays(Film film, Person learner, Answer seen) {
        assertThat(film.fetch(seen.text("presignedUrl"))).isEqualTo(film.bytes());
        var folder = seen.text("hlsUrl").replace("master.m3u8", "");
        var master = learner.api().get(folder + "master.m3u8").body();
        assertThat(master).contains("360p.m3u8");
        var segment = learner.api().get(folder + "360p-00001.ts");
        assertThat(segment.status()).isEqualTo(302);
        assertThat(film.fetch(segment.header("Location"))).startsWith((byte) 'G');
        var unsigned = seen.text("presignedUrl").split("\\?")[0];
        assertThat(text(film.fetch(unsigned))).contains("AccessDenied");
    }

    private static void countsWhatWasWatched(Studies studies, Draft course, UUID lesson) {
        var device = new Device(studies.learner());
        var now = Instant.now();

        assertThat(device.watches(lesson, 0, Film.SECONDS, now, now.plusSeconds(3)).code())
                .isEqualTo("FASTER_THAN_TIME");
        assertThat(studies.percent()).isZero();
        device.watches(lesson, 0, Film.SECONDS - 5, now, now.plusSeconds(10));
        assertThat(studies.percent()).isZero();
        device.watches(
                lesson, Film.SECONDS - 5, Film.SECONDS, now.plusSeconds(10), now.plusSeconds(12));
        assertThat(studies.percent()).isEqualTo(50);
        device.completes(course.lessonIds().getFirst());
        assertThat(studies.percent()).isEqualTo(100);
    }

    private Answer complete(String upload, String parts) {
        return ines.intending().post(upload + "/complete", "{\"parts\": [" + parts + "]}");
    }

    private static String part(int number, String etag) {
        return "{\"number\": %d, \"etag\": \"%s\"}".formatted(number, etag.replace("\"", ""));
    }

    private static Answer watch(Person person, UUID video) {
        return person.api().get(path(video));
    }

    private static String path(UUID video) {
        return "/api/v1/video/" + video;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
