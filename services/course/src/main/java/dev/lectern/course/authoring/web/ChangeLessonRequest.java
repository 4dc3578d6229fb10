package dev.lectern.course.authoring.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.course.authoring.application.Outlining.Placed;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.LessonReference;
import dev.lectern.course.authoring.domain.SectionId;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is absent stays; nothing of this can be cleared but the reference.
record ChangeLessonRequest(
        @JsonSetter(nulls = Nulls.FAIL) @Nullable UUID sectionId,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable @Size(max = 120) @Pattern(regexp = "(?s).*\\S.*")
                String title,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable LessonKind kind,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable Boolean required,
        @JsonSetter(nulls = Nulls.FAIL) @Nullable Boolean preview,
        @Nullable LessonReference ref) {

    Placed applyTo(Placed now) {
        var plan = now.plan();
        var changed =
                new LessonPlan(
                        or(title, plan.title()),
                        or(kind, plan.kind()),
                        or(required, plan.required()),
                        or(preview, plan.preview()));
        if (ref != null) {
            ref.requireKnown(changed.kind());
        }
        return new Placed(sectionId == null ? now.section() : new SectionId(sectionId), changed);
    }

    private static <T> T or(@Nullable T sent, T now) {
        return sent == null ? now : sent;
    }
}
