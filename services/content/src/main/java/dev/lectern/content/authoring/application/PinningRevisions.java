package dev.lectern.content.authoring.application;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Course is about to publish: the newest revision of each lesson is kept for ever. May be
/// repeated; a revision that was pinned and never published is only kept for nothing. A lesson that
/// is unknown here, perhaps because it was made a moment ago, is left out: whether a version can be
/// published without it is course's to say.
@Service
@Transactional
public class PinningRevisions {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PinningRevisions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What course asks for.
    public record Pin(UUID courseId, List<UUID> lessonIds) {}

    /// @return the newest revisions of those that are known, in the order they were named
    public List<PinnedView> pin(Pin command) {
        var newest = newestOf(command);
        if (newest.isEmpty()) {
            return List.of();
        }
        jdbc.sql(
                        """
                        insert into pinned_revision (revision_id, pinned_at)
                        select id, :now from revision where id in (:revisions)
                        on conflict do nothing
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("revisions", newest.values().stream().map(PinnedView::revisionId).toList())
                .update();
        return command.lessonIds().stream().filter(newest::containsKey).map(newest::get).toList();
    }

    private Map<UUID, PinnedView> newestOf(Pin command) {
        if (command.lessonIds().isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        """
                        select lesson_id, revision_id, empty, assets from draft
                        where course_id = :course and lesson_id in (:lessons)
                        """)
                .param("course", command.courseId())
                .param("lessons", command.lessonIds())
                .query((row, number) ->
                        new PinnedView(
                                row.getObject("lesson_id", UUID.class),
                                row.getObject("revision_id", UUID.class),
                                row.getBoolean("empty"),
                                json.readValue(row.getString("assets"), new TypeReference<>() {})))
                .list()
                .stream()
                .collect(Collectors.toMap(PinnedView::lessonId, Function.identity()));
    }
}
