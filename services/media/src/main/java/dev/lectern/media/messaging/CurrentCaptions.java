package dev.lectern.media.messaging;

import dev.lectern.common.event.CurrentState;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.media.CaptionsChanged;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The captions of every video that has any, for a copy that is built anew.
@Component
class CurrentCaptions implements CurrentState {

    private final JdbcClient jdbc;

    CurrentCaptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<? extends ContractEvent> type() {
        return CaptionsChanged.class;
    }

    @Override
    public List<Snapshot> after(@Nullable UUID id, int limit) {
        return jdbc.sql(
                        """
                        with told as (
                            select id, course_id from video
                            where id > :after
                            and exists (select from caption c where c.video_id = video.id)
                            order by id limit :limit
                            for share)
                        select id, course_id,
                               array(select language from caption where video_id = told.id
                                     order by language) as languages
                        from told order by id
                        """)
                .param("after", CurrentState.startingAfter(id))
                .param("limit", limit)
                .query((row, number) -> {
                    var video = row.getObject("id", UUID.class);
                    var languages = List.of((String[]) row.getArray("languages").getArray());
                    return new Snapshot(
                            video,
                            new CaptionsChanged(
                                    video, row.getObject("course_id", UUID.class), languages));
                })
                .list();
    }
}
