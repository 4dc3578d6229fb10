package dev.lectern.content.authoring.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.content.Bodies;
import dev.lectern.content.authoring.domain.body.EmbedHosts;
import dev.lectern.content.authoring.domain.body.LessonBody;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class DraftTest {

    private static final Instant NOW = Instant.parse("2026-10-02T09:15:00Z");
    private static final UUID COURSE = UUID.randomUUID();
    private static final UUID AUTHOR = UUID.randomUUID();

    @Test
    void beginsEmptyWithARevisionOfItsOwnAndTellsSo() {
        var draft = aNewDraft();

        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.isEmpty()).isTrue();
        assertThat(eventsOf(draft)).isEqualTo(List.of(new DraftEvent.Revised(draft)));
    }

    @Test
    void getsAFurtherRevisionWithEveryWriteAndTellsEachTime() {
        var draft = aNewDraft();

        var second = draft.write(saying("Hello"), AUTHOR, NOW);
        var third = draft.write(saying("Hello"), AUTHOR, NOW);

        assertThat(second.number()).isEqualTo(2);
        assertThat(third.number()).isEqualTo(3);
        assertThat(third.getId()).isNotEqualTo(second.getId());
        assertThat(draft.revisionId()).isEqualTo(third.getId());
        assertThat(draft.isEmpty()).isFalse();
        assertThat(third.writtenBy()).isEqualTo(AUTHOR);
        assertThat(eventsOf(draft)).hasSize(3);
    }

    @Test
    void leavesTheEarlierRevisionAsItWas() {
        var draft = aNewDraft();
        var second = draft.write(saying("Hello"), AUTHOR, NOW);

        draft.write(LessonBody.EMPTY, AUTHOR, NOW);

        assertThat(second.blocks()).isEqualTo(saying("Hello").asData());
        assertThat(second.isEmpty()).isFalse();
        assertThat(draft.isEmpty()).isTrue();
    }

    @Test
    void isNotThereToBeWrittenOnceTheOutlineHasDroppedIt() {
        var draft = aNewDraft();
        draft.leaveOutline();

        assertThatThrownBy(() -> draft.write(saying("Hello"), AUTHOR, NOW))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");
        assertThat(draft.revision()).isEqualTo(1);
    }

    @Test
    void isThereAgainWhenTheOutlineListsItAgain() {
        var draft = aNewDraft();
        draft.leaveOutline();
        draft.enterOutline();

        draft.write(saying("Hello"), AUTHOR, NOW);

        assertThat(draft.revision()).isEqualTo(2);
    }

    private static Draft aNewDraft() {
        return Draft.of(COURSE, Revision.first(new LessonId(UUID.randomUUID()), NOW));
    }

    private static LessonBody saying(String text) {
        return LessonBody.read(List.of(Bodies.textBlock("b1", text)), new EmbedHosts(Set.of()));
    }

    private static Collection<?> eventsOf(Draft draft) {
        return (Collection<?>)
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(draft, "domainEvents"));
    }
}
