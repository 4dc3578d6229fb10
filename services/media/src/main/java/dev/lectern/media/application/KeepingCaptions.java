package dev.lectern.media.application;

import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.CaptionSource;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which captions a video has. What somebody uploaded is never replaced by what an engine wrote.
@Service
@Transactional
class KeepingCaptions {

    private final JdbcClient jdbc;

    KeepingCaptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Kept(String language, CaptionSource source) {}

    void keep(UUID video, CaptionLanguage language, CaptionSource source) {
        jdbc.sql(
                        """
                        insert into caption (video_id, language, source)
                        values (:video, :language, :source)
                        on conflict (video_id, language) do update set source = excluded.source
                        where caption.source = 'ENGINE'
                        """)
                .param("video", video)
                .param("language", language.tag())
                .param("source", source.name())
                .update();
    }

    void remove(UUID video, CaptionLanguage language) {
        jdbc.sql("delete from caption where video_id = :video and language = :language")
                .param("video", video)
                .param("language", language.tag())
                .update();
    }

    /// Those that were uploaded come first.
    @Transactional(readOnly = true)
    List<Kept> of(UUID video) {
        return jdbc.sql(
                        """
                        select language, source from caption where video_id = :video
                        order by source desc, language
                        """)
                .param("video", video)
                .query(Kept.class)
                .list();
    }
}
