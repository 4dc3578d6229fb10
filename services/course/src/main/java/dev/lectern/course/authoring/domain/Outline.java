package dev.lectern.course.authoring.domain;

import dev.lectern.common.problem.GenericRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sections and lessons in their order. A value: every change gives a new outline or is refused.
public record Outline(List<Section> sections) {

    static final int MOST_SECTIONS = 200;
    static final int MOST_LESSONS_OF_A_SECTION = 500;

    /// The whole outline is read, compared and told with every edit.
    static final int MOST_LESSONS = 2_000;

    /// A titled group of lessons.
    public record Section(UUID id, String title, List<Lesson> lessons) {

        public Section {
            lessons = List.copyOf(lessons);
        }

        Section with(Lesson lesson) {
            if (lessons.size() >= MOST_LESSONS_OF_A_SECTION) {
                throw CourseRefused.sectionFull(MOST_LESSONS_OF_A_SECTION);
            }
            return new Section(id, title, plus(lessons, lesson));
        }

        boolean has(UUID lesson) {
            return lessons.stream().anyMatch(one -> one.id().equals(lesson));
        }
    }

    /// One thing to learn; its body is kept elsewhere under the same id.
    ///
    /// @param refId the video or quiz it shows, null for an article and while none is chosen
    public record Lesson(
            UUID id,
            String title,
            LessonKind kind,
            boolean required,
            boolean preview,
            @Nullable UUID refId) {

        /// What it refers to, null for nothing.
        public @Nullable LessonReference ref() {
            return refId == null ? null : LessonReference.of(kind, refId);
        }
    }

    /// Which lessons a section shall have, in which order.
    public record Arranged(UUID sectionId, List<UUID> lessonIds) {}

    public Outline {
        sections = List.copyOf(sections);
    }

    static Outline empty() {
        return new Outline(List.of());
    }

    Outline withSection(SectionId id, String title) {
        if (sections.size() >= MOST_SECTIONS) {
            throw CourseRefused.outlineFull(MOST_SECTIONS + " sections");
        }
        return new Outline(plus(sections, new Section(id.value(), Title.of(title), List.of())));
    }

    Outline withTitle(SectionId id, String title) {
        return changing(
                id, section -> new Section(section.id(), Title.of(title), section.lessons()));
    }

    Outline withoutSection(SectionId id) {
        var section = section(id.value()).orElseThrow(GenericRefusal::notFound);
        if (!section.lessons().isEmpty()) {
            throw CourseRefused.sectionNotEmpty();
        }
        return new Outline(without(sections, section::equals));
    }

    Outline withLesson(SectionId section, Lesson lesson) {
        if (section(section.value()).isEmpty()) {
            throw CourseRefused.referenceUnknown("/sectionId");
        }
        if (lessons().count() >= MOST_LESSONS) {
            throw CourseRefused.outlineFull(MOST_LESSONS + " lessons");
        }
        return changing(section, target -> target.with(lesson));
    }

    /// A lesson that stays in its section keeps its place; one that moves goes to the end.
    Outline withChanged(Lesson lesson, SectionId section) {
        var now = sectionOf(lesson.id()).orElseThrow(GenericRefusal::notFound);
        if (!now.id().equals(section.value())) {
            return withoutLesson(new LessonId(lesson.id())).withLesson(section, lesson);
        }
        return changing(
                section,
                same ->
                        new Section(
                                same.id(),
                                same.title(),
                                same.lessons().stream()
                                        .map(one -> one.id().equals(lesson.id()) ? lesson : one)
                                        .toList()));
    }

    Outline withoutLesson(LessonId id) {
        var section = sectionOf(id.value()).orElseThrow(GenericRefusal::notFound);
        return changing(
                new SectionId(section.id()),
                same ->
                        new Section(
                                same.id(),
                                same.title(),
                                without(same.lessons(), one -> one.id().equals(id.value()))));
    }

    /// The same sections and lessons in another order; what is missing, doubled or foreign refuses
    /// it.
    Outline arranged(List<Arranged> order) {
        Map<UUID, Section> sectionsLeft = new HashMap<>();
        sections.forEach(section -> sectionsLeft.put(section.id(), section));
        Map<UUID, Lesson> lessonsLeft = new HashMap<>();
        lessons().forEach(lesson -> lessonsLeft.put(lesson.id(), lesson));
        var result = new ArrayList<Section>();
        for (var wanted : order) {
            var section = sectionsLeft.remove(wanted.sectionId());
            if (section == null) {
                throw CourseRefused.outlineIncomplete();
            }
            result.add(
                    new Section(
                            section.id(), section.title(), taken(wanted.lessonIds(), lessonsLeft)));
        }
        if (!sectionsLeft.isEmpty() || !lessonsLeft.isEmpty()) {
            throw CourseRefused.outlineIncomplete();
        }
        return new Outline(result);
    }

    private static List<Lesson> taken(List<UUID> ids, Map<UUID, Lesson> left) {
        if (ids.size() > MOST_LESSONS_OF_A_SECTION) {
            throw CourseRefused.sectionFull(MOST_LESSONS_OF_A_SECTION);
        }
        var taken = new ArrayList<Lesson>();
        for (var id : ids) {
            var lesson = left.remove(id);
            if (lesson == null) {
                throw CourseRefused.outlineIncomplete();
            }
            taken.add(lesson);
        }
        return taken;
    }

    /// All lessons in their order.
    public Stream<Lesson> lessons() {
        return sections.stream().flatMap(section -> section.lessons().stream());
    }

    /// The lessons whose body is written in content.
    public List<UUID> articles() {
        return lessons()
                .filter(lesson -> lesson.kind() == LessonKind.ARTICLE)
                .map(Lesson::id)
                .toList();
    }

    /// The quizzes that are shown, each once.
    public List<UUID> quizzes() {
        return lessons()
                .filter(lesson -> lesson.kind() == LessonKind.QUIZ)
                .map(Lesson::refId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public Optional<Section> section(UUID id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    public Optional<Section> sectionOf(UUID lesson) {
        return sections.stream().filter(section -> section.has(lesson)).findFirst();
    }

    public Optional<Lesson> lesson(UUID id) {
        return lessons().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    private Outline changing(SectionId id, UnaryOperator<Section> change) {
        if (section(id.value()).isEmpty()) {
            throw GenericRefusal.notFound();
        }
        return new Outline(
                sections.stream()
                        .map(one -> one.id().equals(id.value()) ? change.apply(one) : one)
                        .toList());
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    private static <T> List<T> without(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }
}
