package dev.lectern.content.authoring.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.content.authoring.domain.Draft;
import dev.lectern.content.authoring.domain.Drafts;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.content.LessonChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/// The newest revision of every lesson, for a copy that is built anew.
@Component
class CurrentDrafts implements CurrentState {

    private final Drafts drafts;

    CurrentDrafts(Drafts drafts) {
        this.drafts = drafts;
    }

    static LessonChanged of(Draft draft) {
        return new LessonChanged(
                draft.id().value(),
                draft.courseId(),
                draft.revisionId().value(),
                draft.isEmpty(),
                draft.assets().stream()
                        .map(shown ->
                                new LessonChanged.ShownAsset(shown.assetId(), shown.kind().name()))
                        .toList());
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return LessonChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return drafts
                .findByIdValueGreaterThanOrderByIdValue(
                        CurrentState.startingAfter(id), Limit.of(limit))
                .stream()
                .map(draft -> new Snapshot(draft.id().value(), of(draft)))
                .toList();
    }
}
