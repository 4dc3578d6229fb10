package dev.lectern.launcher.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// An author sends a picture and has the course shown with it.
///
/// @param course its path
record SendingCover(Visitor author, String courseId, String course) {

    void choose(Path picture) {
        var file = new FileToSend(picture, "image/jpeg");
        var plan = new HashMap<>(file.declared());
        plan.put("courseId", courseId);
        var ticket =
                Patience.until(
                        "course that media knows",
                        () ->
                                Refused.unless(
                                        Set.of("NOT_FOUND"),
                                        () -> author.post("/api/v1/assets", plan)));
        file.send(ticket);
        var id = ticket.path("assetId").asString();
        author.post("/api/v1/assets/" + id + "/complete", Map.of());
        Patience.until(
                "picture that course knows",
                () ->
                        Refused.unless(
                                Set.of("REF_UNKNOWN"),
                                () -> author.patch(course, Map.of("coverAssetId", id))));
    }
}
