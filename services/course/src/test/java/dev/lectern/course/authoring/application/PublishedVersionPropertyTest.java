package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.Outlining.Placed;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.LessonId;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.LessonPlan;
import dev.lectern.course.authoring.domain.Outline;
import dev.lectern.course.authoring.domain.SectionId;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever happens to a draft, what was published stays as it is, byte for byte.
@CourseTest
class PublishedVersionPropertyTest {

    private static final int EDITS = 40;

    @Autowired Studio studio;
    @Autowired Outlining outlining;
    @Autowired Describing describing;
    @Autowired OutlineViews outlines;
    @Autowired CourseViews courses;
    @Autowired JdbcClient jdbc;

    private final Caller author = Studio.anInstructor();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void neverChangesHoweverTheDraftIsEdited(long seed) {
        var random = new Random(seed);
        var course = studio.published(author, "Property " + seed);
        var versions = new ArrayList<>(stored(course));
        var applied = 0;

        for (var i = 0; i < EDITS; i++) {
            try {
                edit(course, random);
                applied++;
            } catch (Refusal _) {
                // A refused edit is one of the things that may happen.
            }
            var now = stored(course);
            assertThat(now.subList(0, versions.size())).isEqualTo(versions);
            versions = new ArrayList<>(now);
        }

        assertThat(applied).as("edits that were not refused").isGreaterThan(EDITS / 2);
        assertThat(told(course).getFirst())
                .as("what was told of version 1")
                .contains("\"version\":1", "First steps");
    }

    @Test
    void cannotBeChangedOrDeletedInTheDatabaseEither() {
        var course = studio.published(author, "Guarded");

        for (var change :
                List.of(
                        "update published_version set slug = slug where course_id = :id",
                        "delete from published_version where course_id = :id")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("id", course.value()).update())
                    .hasMessageContaining("a published version never changes");
        }
    }

    private void edit(CourseId course, Random random) {
        var outline = outlines.one(course.value(), author);
        var etag = studio.etag(course, author);
        switch (random.nextInt(9)) {
            case 0 ->
                    describing.describe(
                            course, _ -> Studio.details("Title " + random.nextInt()), etag, author);
            case 1 -> outlining.addSection(course, "Section " + random.nextInt(), author);
            case 2 ->
                    outlining.renameSection(
                            course, section(outline, random), "Renamed", etag, author);
            case 3 -> outlining.removeSection(course, section(outline, random), etag, author);
            case 4, 5 ->
                    studio.written(
                            course,
                            studio.article(course, section(outline, random), "New", author));
            case 6 ->
                    outlining.changeLesson(
                            course,
                            lesson(outline, random),
                            now ->
                                    new Placed(
                                            section(outline, random), changed(now.plan(), random)),
                            etag,
                            author);
            case 7 -> outlining.arrange(course, shuffled(outline, random), etag, author);
            default -> {
                if (random.nextBoolean()) {
                    studio.publishNext(course, author);
                } else {
                    outlining.removeLesson(course, lesson(outline, random), etag, author);
                }
            }
        }
    }

    private static LessonPlan changed(LessonPlan plan, Random random) {
        return new LessonPlan(
                "Changed " + random.nextInt(),
                LessonKind.ARTICLE,
                random.nextBoolean(),
                !plan.preview(),
                null);
    }

    private static SectionId section(OutlineView outline, Random random) {
        if (outline.sections().isEmpty()) {
            return new SectionId(new UUID(0, 0));
        }
        return new SectionId(
                outline.sections().get(random.nextInt(outline.sections().size())).id());
    }

    private static LessonId lesson(OutlineView outline, Random random) {
        var lessons = outline.sections().stream().flatMap(one -> one.lessons().stream()).toList();
        if (lessons.isEmpty()) {
            return new LessonId(new UUID(0, 0));
        }
        return new LessonId(lessons.get(random.nextInt(lessons.size())).id());
    }

    private static List<Outline.Arranged> shuffled(OutlineView outline, Random random) {
        var lessons =
                new ArrayList<>(
                        outline.sections().stream()
                                .flatMap(one -> one.lessons().stream())
                                .map(OutlineView.LessonView::id)
                                .toList());
        Collections.shuffle(lessons, random);
        var sections = new ArrayList<>(outline.sections());
        Collections.shuffle(sections, random);
        var arranged = new ArrayList<Outline.Arranged>();
        for (var i = 0; i < sections.size(); i++) {
            var all = i == sections.size() - 1;
            var taken =
                    lessons.subList(0, all ? lessons.size() : random.nextInt(lessons.size() + 1));
            arranged.add(new Outline.Arranged(sections.get(i).id(), List.copyOf(taken)));
            taken.clear();
        }
        return arranged;
    }

    /// Every stored version as the database holds it, the oldest first.
    private List<String> stored(CourseId course) {
        return jdbc.sql(
                        """
                        select v::text from published_version v
                        where v.course_id = :id order by v.version
                        """)
                .param("id", course.value())
                .query(String.class)
                .list();
    }

    private List<String> told(CourseId course) {
        return jdbc.sql(
                        """
                        select payload from outbox
                        where subject = :id and type = 'course.published.v1' order by sequence
                        """)
                .param("id", course.value())
                .query(String.class)
                .list();
    }
}
