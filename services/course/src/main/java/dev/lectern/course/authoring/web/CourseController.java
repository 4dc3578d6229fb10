package dev.lectern.course.authoring.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.IfMatch;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.course.authoring.application.CourseView;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.Describing;
import dev.lectern.course.authoring.application.StartingCourses;
import dev.lectern.course.authoring.domain.Category;
import dev.lectern.course.authoring.domain.CourseDetails;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseStatus;
import dev.lectern.course.authoring.domain.Level;
import dev.lectern.course.authoring.domain.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own courses, as drafts. One ETag stands for all of a draft.
@RestController
@RequestMapping("/api/v1/courses")
class CourseController {

    private final StartingCourses starting;
    private final Describing describing;
    private final CourseViews views;
    private final Idempotency idempotency;

    CourseController(
            StartingCourses starting,
            Describing describing,
            CourseViews views,
            Idempotency idempotency) {
        this.starting = starting;
        this.describing = describing;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// What must be said of a course at its start.
    ///
    /// @param summary what the catalog shows in a list
    /// @param language a BCP 47 tag, for example `en`
    /// @param level for whom it is meant
    /// @param category what it is about
    record StartRequest(
            @NotBlank @Size(max = Title.LONGEST) String title,
            @NotBlank @Size(max = CourseDetails.LONGEST_SUMMARY) String summary,
            @NotNull @Size(max = 35) String language,
            @NotNull Level level,
            @NotNull Category category) {

        CourseDetails details() {
            return CourseDetails.of(title, summary, language, level, category);
        }
    }

    /// Starts a course: an empty draft with one run. 403 `FORBIDDEN` without the role `instructor`.
    @PostMapping
    ResponseEntity<CourseView> startCourse(
            @Valid @RequestBody StartRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "start-course", request),
                        () -> starting.start(request.details(), caller).value());
        var course = views.one(outcome.id(), caller);
        return Created.at("/api/v1/courses/{id}", outcome, course, course.version());
    }

    /// Lists the caller's courses, newest first.
    ///
    /// @param status only those that are in this state
    @GetMapping
    Page<CourseView> listCourses(
            @RequestParam Optional<CourseStatus> status, PageQuery page, Caller caller) {
        return views.all(status, page, caller);
    }

    /// Shows a draft.
    @GetMapping("/{id}")
    ResponseEntity<CourseView> getCourse(@PathVariable UUID id, Caller caller) {
        var course = views.one(id, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(course.version())).body(course);
    }

    /// Says something else about a course. What was published stays as it is. 409 `UNDER_REVIEW`;
    /// 422 `REF_UNKNOWN`.
    @PatchMapping("/{id}")
    ResponseEntity<CourseView> describeCourse(
            @PathVariable UUID id,
            @Valid @RequestBody DescribeRequest request,
            IfMatch ifMatch,
            Caller caller) {
        describing.describe(new CourseId(id), request::applyTo, ifMatch, caller);
        return getCourse(id, caller);
    }
}
