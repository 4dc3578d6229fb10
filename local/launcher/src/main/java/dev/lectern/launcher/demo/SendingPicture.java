package dev.lectern.launcher.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Somebody sends a picture and has something shown with it.
record SendingPicture(Visitor sender, Path picture) {

    /// The course is shown with it.
    ///
    /// @param course its path
    void asCoverOf(String courseId, String course) {
        choose("coverAssetId", course, Optional.of(courseId));
    }

    /// The sender is shown with it.
    void asAvatar() {
        choose("avatarAssetId", "/api/v1/users/me", Optional.empty());
    }

    private void choose(String field, String path, Optional<String> courseId) {
        var file = new FileToSend(picture, "image/jpeg");
        var plan = new HashMap<>(file.declared());
        courseId.ifPresent(id -> plan.put("courseId", id));
        var ticket =
                Patience.until(
                        "course that media knows",
                        () ->
                                Refused.unless(
                                        Set.of("NOT_FOUND"),
                                        () -> sender.post("/api/v1/assets", plan)));
        file.send(ticket);
        var id = ticket.path("assetId").asString();
        sender.post("/api/v1/assets/" + id + "/complete", Map.of());
        Patience.until(
                "picture that can be shown",
                () ->
                        Refused.unless(
                                Set.of("REF_UNKNOWN"),
                                () -> sender.patch(path, Map.of(field, id))));
    }
}
