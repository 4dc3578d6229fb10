package dev.lectern.launcher.demo;

import dev.lectern.launcher.Failure;
import dev.lectern.launcher.demo.Seed.Film;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An author sends a video straight into the object store, and its captions after it.
///
/// @param media where the files are
record SendingFilm(Visitor author, Path media, String courseId) {

    /// @return the id of the video, which can be played now
    String untilItPlays(Film film, String title) {
        var file = new FileToSend(media.resolve(film.file()), "video/mp4");
        var plan = new HashMap<>(file.declared());
        plan.put("title", title);
        plan.put("courseId", courseId);
        var ticket =
                Patience.until(
                        "course that media knows",
                        () ->
                                Refused.unless(
                                        Set.of("NOT_FOUND"),
                                        () -> author.post("/api/v1/upload", plan)));
        file.send(ticket);
        author.post(
                "/api/v1/uploads/" + ticket.path("uploadId").asString() + "/complete",
                Map.of("parts", List.of()));
        var id = ticket.path("videoId").asString();
        awaitEnd(id, title);
        film.captions()
                .forEach((language, captions) ->
                        author.putText(
                                path(id) + "/captions/" + language, "text/vtt", text(captions)));
        return id;
    }

    private void awaitEnd(String id, String title) {
        var ended =
                Patience.until(
                        "video that plays for \"" + title + "\"",
                        () ->
                                Optional.of(author.get(path(id)))
                                        .filter(video ->
                                                Set.of("READY", "FAILED")
                                                        .contains(
                                                                video.path("status").asString())));
        if (ended.path("status").asString().equals("FAILED")) {
            throw new Failure("the video cannot be played: " + ended.path("failure").asString());
        }
    }

    private static String path(String id) {
        return "/api/v1/video/" + id;
    }

    private String text(String file) {
        try {
            return Files.readString(media.resolve(file));
        } catch (IOException e) {
            throw new Failure(media.resolve(file) + " is missing; the demo shows it", e);
        }
    }
}
