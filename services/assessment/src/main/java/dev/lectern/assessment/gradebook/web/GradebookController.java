package dev.lectern.assessment.gradebook.web;

import dev.lectern.assessment.gradebook.application.GradebookView;
import dev.lectern.assessment.gradebook.application.GradebookViews;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.PageQuery;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What learners have achieved in a course.
@RestController
@RequestMapping("/api/v1/gradebook")
class GradebookController {

    private final GradebookViews views;

    GradebookController(GradebookViews views) {
        this.views = views;
    }

    /// Shows the gradebook of a course: to its members every learner, to a learner their own row.
    /// 403 `NOT_ENROLLED`; 404 for a course that is not published.
    @GetMapping("/{courseId}")
    GradebookView getGradebook(@PathVariable UUID courseId, PageQuery page, Caller caller) {
        return views.of(courseId, page, caller);
    }
}
