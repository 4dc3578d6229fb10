package dev.lectern.course.authoring.domain;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.test.util.ReflectionTestUtils;

/// Courses at the places where tests begin.
final class CourseFixtures {

    static final UUID AUTHOR = UUID.randomUUID();
    static final UUID REVIEWER = UUID.randomUUID();
    static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");

    private CourseFixtures() {}

    static CourseDetails details(String title) {
        return CourseDetails.of(title, "About it.", "en", Level.ALL, Category.SCIENCE);
    }

    static LessonPlan anArticle(String title) {
        return new LessonPlan(title, LessonKind.ARTICLE, true, false, null);
    }

    static Course aDraft() {
        return Course.start(CourseId.next(), "waves", details("Waves"), AUTHOR, NOW);
    }

    /// One section, one article.
    static Course aSubmittedCourse() {
        var course = aDraft();
        var section = course.addSection("Waves");
        var lesson = course.addLesson(section, anArticle("What a sine is"));
        course.submit(materials(List.of(lesson.value())), "Please", NOW);
        return course;
    }

    static Course aPublishedCourse() {
        var course = aSubmittedCourse();
        course.approve(pinsFor(course), null, REVIEWER, NOW);
        return course;
    }

    /// As if content kept every article.
    static PinnedRevisions pinsFor(Course course) {
        return new PinnedRevisions(
                bodies(course.outline().articles()), Map.of(), PlayableVideos.none(), true, true);
    }

    static Materials materials(List<UUID> written) {
        return new Materials(bodies(written), Map.of(), PlayableVideos.none(), true, true);
    }

    private static Map<UUID, WrittenBody> bodies(List<UUID> written) {
        return written.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                lesson -> new WrittenBody(UUID.randomUUID(), List.of())));
    }

    static Materials materials() {
        return materials(List.of());
    }

    static List<Object> eventsOf(Object aggregate) {
        Collection<?> events = ReflectionTestUtils.invokeMethod(aggregate, "domainEvents");
        return events == null ? List.of() : List.copyOf(events);
    }

    static Refusal refusal(ThrowingCallable refused) {
        return catchThrowableOfType(Refusal.class, refused);
    }
}
