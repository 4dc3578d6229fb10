package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.application.Publishing.Publish;
import dev.lectern.course.authoring.domain.PinnedRevisions;
import dev.lectern.course.authoring.domain.PublishedVersions;
import dev.lectern.course.authoring.domain.VersionId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class PublishingTest {

    @Autowired Studio studio;
    @Autowired Publishing publishing;
    @Autowired PinningBodies pinning;
    @Autowired PublishedVersions versions;
    @Autowired CourseViews views;

    private final Caller author = Studio.anInstructor();

    @Test
    void storesTheDraftAsTheNextVersionWithTheBodiesOfThatMoment() {
        var course = studio.published(author, "Grown");
        var added = studio.article(course, studio.firstSection(course, author), "Second", author);

        studio.publishNext(course, author);

        var second = versions.findById(new VersionId(course.value(), 2)).orElseThrow();
        var lessons = second.document().sections().getFirst().lessons();
        assertThat(lessons).hasSize(2);
        assertThat(lessons.getLast().revisionId()).isEqualTo(Callees.revisionOf(added.value()));
        var first = versions.findById(new VersionId(course.value(), 1)).orElseThrow();
        assertThat(first.document().sections().getFirst().lessons()).hasSize(1);
    }

    @Test
    void makesOneVersionOfADraftHoweverManyPublishIt() throws Exception {
        var course = studio.published(author, "Published by many");
        var etag = studio.etag(course, author);
        var pins = pinning.forNextVersion(course, etag, author);

        var outcomes =
                AtOnce.run(
                        5,
                        () ->
                                Studio.outcomeOf(() ->
                                        publishing.publish(
                                                new Publish(course, null), pins, etag, author)));

        assertThat(outcomes).filteredOn("DONE"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("VERSION_STALE"::equals).hasSize(4);
        assertThat(views.one(course.value(), author).publishedVersion()).isEqualTo(2);
    }

    @Test
    void storesNothingWhenTheGateIsShut() {
        var course = studio.published(author, "Shut again");

        assertThatThrownBy(() ->
                        publishing.publish(
                                new Publish(course, null),
                                PinnedRevisions.none(),
                                studio.etag(course, author),
                                author))
                .hasFieldOrPropertyWithValue("code", "GATE_FAILED");

        assertThat(versions.findById(new VersionId(course.value(), 2))).isEmpty();
        assertThat(views.one(course.value(), author).publishedVersion()).isEqualTo(1);
    }

    @Test
    void isRefusedToStrangers() {
        var course = studio.published(author, "Not yours");
        var etag = studio.etag(course, author);
        var stranger = Studio.anInstructor();

        assertThatThrownBy(() -> pinning.forNextVersion(course, etag, stranger))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
        assertThatThrownBy(() ->
                        publishing.publish(
                                new Publish(course, null), PinnedRevisions.none(), etag, stranger))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
    }
}
