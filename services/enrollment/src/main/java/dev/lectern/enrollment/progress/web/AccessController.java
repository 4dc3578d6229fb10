package dev.lectern.enrollment.progress.web;

import dev.lectern.common.security.Caller;
import dev.lectern.enrollment.progress.application.AccessView;
import dev.lectern.enrollment.progress.application.DecidingAccess;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whether a lesson is open to the caller, and why.
@RestController
class AccessController {

    private final DecidingAccess deciding;

    AccessController(DecidingAccess deciding) {
        this.deciding = deciding;
    }

    /// Decides whether a lesson is open to the caller. Answers 200 whether it is or not. 404 for a
    /// course or lesson that is not published.
    ///
    /// @param courseId the course the lesson is in
    /// @param lessonId the lesson to be opened
    @GetMapping("/api/v1/access")
    AccessView getAccess(@RequestParam UUID courseId, @RequestParam UUID lessonId, Caller caller) {
        return deciding.decide(courseId, lessonId, caller);
    }
}
