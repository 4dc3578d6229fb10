package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.domain.LessonKind;
import dev.lectern.course.authoring.domain.WrittenBody;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class PinningBodiesTest {

    @Autowired Studio studio;
    @Autowired PinningBodies pinning;
    @Autowired CourseViews views;

    private final Caller author = Studio.anInstructor();
    private final Caller moderator = Studio.aModerator();

    @Test
    void hasContentKeepTheArticlesAndNothingElse() {
        var course = studio.published(author, "Kept");
        var section = studio.firstSection(course, author);
        var article = studio.firstLesson(course, author).value();
        var film = studio.lesson(course, section, "Film", LessonKind.VIDEO, author).value();

        var pins = pinning.forNextVersion(course, studio.etag(course, author), author);

        assertThat(pins.byLesson()).containsOnlyKeys(article);
        assertThat(pins.byLesson())
                .containsEntry(article, new WrittenBody(Callees.revisionOf(article), List.of()));
        assertThat(Callees.callsAbout(film)).isEmpty();
    }

    @Test
    void pinsNoBodyThatIsEmptyOrThatContentHasNotHeardOf() {
        var course = studio.published(author, "Partly kept");
        var section = studio.firstSection(course, author);
        var empty = studio.article(course, section, "Empty", author).value();
        var unheard = studio.article(course, section, "Unheard", author).value();
        Callees.emptied(empty);
        Callees.unheard(unheard);

        var pins = pinning.forNextVersion(course, studio.etag(course, author), author);

        assertThat(pins.byLesson()).doesNotContainKeys(empty, unheard).hasSize(1);
    }

    @Test
    void asksNobodyWhereTheVersionWillBeRefusedAnyway() {
        var draft = studio.writtenDraft(author, Studio.details("Only a draft"));
        var published = studio.published(author, "Published");
        var asked = Callees.callsAbout(published.value()).size();

        assertThat(pinning.forApproval(draft, moderator).byLesson()).isEmpty();
        assertThat(pinning.forApproval(published, moderator).byLesson()).isEmpty();
        assertThat(pinning.forNextVersion(draft, studio.etag(draft, author), author).byLesson())
                .isEmpty();
        assertThat(pinning.forNextVersion(published, new IfMatch("\"0\""), author).byLesson())
                .isEmpty();

        assertThat(Callees.callsAbout(draft.value())).isEmpty();
        assertThat(Callees.callsAbout(published.value())).hasSize(asked);
    }

    @Test
    void leavesTheVersionAloneWhenTheDraftIsOnlyLookedAt() {
        var course = studio.published(author, "Read " + UUID.randomUUID());
        var before = views.one(course.value(), author).version();

        pinning.forNextVersion(course, studio.etag(course, author), author);

        assertThat(views.one(course.value(), author).version()).isEqualTo(before);
    }
}
