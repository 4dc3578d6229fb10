package dev.lectern.course.authoring.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.CourseViews;
import dev.lectern.course.authoring.application.Describing;
import dev.lectern.course.authoring.application.OfferingRuns;
import dev.lectern.course.authoring.application.OfferingRuns.Offer;
import dev.lectern.course.authoring.application.Outlining;
import dev.lectern.course.authoring.application.RunViews;
import dev.lectern.course.authoring.domain.RunId;
import dev.lectern.course.authoring.domain.RunTerms;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Sample;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.events.Heard;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What course says, over the real broker.
@CourseTest
class SayingTest {

    @Autowired Studio studio;
    @Autowired Outlining outlining;
    @Autowired Describing describing;
    @Autowired OfferingRuns offering;
    @Autowired CourseViews views;
    @Autowired RunViews runs;
    @Autowired JdbcClient jdbc;

    private final Caller author = Studio.anInstructor();

    @Test
    void tellsOfANewCourseItsMembersAndItsRun() {
        var heard = studio.neighbours().listenTo("course");

        var course = studio.draft(author, "Told");

        var members = of(heard, "course.membership-changed.v1", course.value(), 1).getLast();
        assertThat(members.at("/data/members/0/userId").asString())
                .isEqualTo(author.id().toString());
        assertThat(members.at("/data/members/0/role").asString()).isEqualTo("AUTHOR");
        var run = views.one(course.value(), author).defaultRunId();
        var opened = of(heard, "course.run-changed.v1", run, 1).getLast();
        assertThat(opened.get("data").propertyNames())
                .containsExactlyInAnyOrder("runId", "courseId");
    }

    @Test
    void tellsTheWholeOutlineInOrderAfterEveryChange() {
        var course = studio.draft(author, "Outlined");
        var heard = studio.neighbours().listenTo("course");
        var section = outlining.addSection(course, "Section", author);

        var first = studio.article(course, section, "First", author);
        var second = studio.article(course, section, "Second", author);
        outlining.removeLesson(course, first, studio.etag(course, author), author);

        var told = of(heard, "course.outline-changed.v1", course.value(), 4);
        assertThat(told)
                .extracting(envelope -> envelope.at("/data/lessons").size())
                .containsExactly(0, 1, 2, 1);
        assertThat(told.getLast().at("/data/lessons/0/lessonId").asString())
                .isEqualTo(second.value().toString());
    }

    @Test
    void tellsAVersionWithEverythingInItOnce() {
        var heard = studio.neighbours().listenTo("course");

        var course = studio.published(author, "Whole");

        var published = of(heard, "course.published.v1", course.value(), 1);
        assertThat(published).hasSize(1);
        var version = published.getFirst().get("data");
        assertThat(version.propertyNames())
                .containsExactlyInAnyOrder(
                        "courseId",
                        "slug",
                        "title",
                        "version",
                        "defaultRunId",
                        "authorIds",
                        "sequential",
                        "sections",
                        "coverAssetId");
        var lesson = version.at("/sections/0/lessons/0");
        assertThat(lesson.get("revisionId").asString())
                .isEqualTo(
                        Callees.revisionOf(UUID.fromString(lesson.get("lessonId").asString()))
                                .toString());
    }

    @Test
    void tellsWhenARunIsOfferedOnOtherTerms() {
        var course = studio.draft(author, "Offered");
        var run = views.one(course.value(), author).defaultRunId();
        var heard = studio.neighbours().listenTo("course");

        offering.offer(
                new Offer(
                        new RunId(run),
                        true,
                        _ -> new RunTerms(5, Instant.parse("2026-10-02T09:15:00Z"), null)),
                new IfMatch(IfMatch.etagOf(runs.one(run, author).version())),
                author);

        var told = of(heard, "course.run-changed.v1", run, 1).getLast();
        assertThat(told.at("/data/opensAt").asString()).isEqualTo("2026-10-02T09:15:00Z");
        assertThat(told.get("data").has("capacity")).isFalse();
    }

    @Test
    void saysNothingOfWhatIsBetweenAuthorAndReviewer() {
        var course = studio.writtenDraft(author, Studio.details("Quiet"));
        var before = saidAbout(course.value());

        describing.describe(
                course, _ -> Studio.details("Renamed"), studio.etag(course, author), author);
        studio.covered(course);
        studio.submit(course, author);
        studio.reject(course);

        assertThat(saidAbout(course.value())).isEqualTo(before);
    }

    private long saidAbout(UUID subject) {
        return jdbc.sql("select count(*) from outbox where subject = :subject")
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    /// Everything of a type that was said about a subject; each has the form of the sample.
    private List<JsonNode> of(Heard heard, String type, UUID subject, int count) {
        var said = heard.atLeast(count, type, subject);
        said.forEach(Sample.of(type)::requireSameForm);
        return said;
    }
}
