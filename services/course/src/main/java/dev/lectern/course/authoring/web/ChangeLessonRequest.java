package dev.lectern.course.authoring.web;

import dev.lectern.common.web.Sent;
import dev.lectern.course.authoring.application.Outlining.Placed;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.LessonReference;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.authoring.domain.Title;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is absent stays; nothing of this can be cleared but the reference.
///
/// @param sectionId the section to move to, where the lesson becomes the last
/// @param kind what the lesson is made of
/// @param required whether it counts for completing the course
/// @param preview whether everybody may open it
/// @param ref the video, quiz or assignment it shows; null for nothing
record ChangeLessonRequest(
        @Nullable Sent<UUID> sectionId,
        @Nullable Sent<@Size(max = Title.LONGEST) @Pattern(regexp = DescribeRequest.VISIBLE) String>
                title,
        @Nullable Sent<LessonKind> kind,
        @Nullable Sent<Boolean> required,
        @Nullable Sent<Boolean> preview,
        @Nullable Sent<LessonReference> ref) {

    Placed applyTo(Placed now) {
        var section = Sent.orRefused(sectionId, now.section().value(), "/sectionId");
        var plan = now.plan();
        return new Placed(
                new SectionId(section),
                new LessonPlan(
                        Sent.orRefused(title, plan.title(), "/title"),
                        Sent.orRefused(kind, plan.kind(), "/kind"),
                        Sent.orRefused(required, plan.required(), "/required"),
                        Sent.orRefused(preview, plan.preview(), "/preview"),
                        Sent.or(ref, plan.ref())));
    }
}
