package dev.lectern.content.delivery.web;

import dev.lectern.common.security.Caller;
import dev.lectern.content.delivery.application.Delivering;
import dev.lectern.content.delivery.application.LessonView;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Lessons, for those who learn them.
@RestController
class LessonController {

    private final Delivering delivering;

    LessonController(Delivering delivering) {
        this.delivering = delivering;
    }

    /// Shows a published lesson. Learners see it in the version their enrollment is pinned to;
    /// previews are open to anyone. 403 `NOT_ENROLLED` or `LESSON_LOCKED` with the `reasons`; 404
    /// for a lesson that is not published.
    @GetMapping("/api/v1/lessons/{id}")
    LessonView getLesson(@PathVariable UUID id, Optional<Caller> caller) {
        return delivering.deliver(id, caller);
    }
}
