package dev.lectern.user.profiles.application;

import dev.lectern.events.media.PortraitReady;
import dev.lectern.user.profiles.domain.ProfileRefused;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// This service's own copy of whose pictures there are. None ever changes or goes to somebody else,
/// so the first word of one is the last.
@Component
@Transactional
public class Portraits {

    private final JdbcClient jdbc;

    Portraits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(PortraitReady portrait) {
        jdbc.sql(
                        """
                        insert into copy_portrait (asset_id, user_id) values (:asset, :user)
                        on conflict do nothing
                        """)
                .param("asset", portrait.portraitId())
                .param("user", portrait.userId())
                .update();
    }

    /// Refuses a picture that is not somebody's own.
    void requireOwn(UUID user, UUID asset) {
        var own =
                jdbc.sql(
                                """
                                select exists (select 1 from copy_portrait
                                               where asset_id = :asset and user_id = :user)
                                """)
                        .param("asset", asset)
                        .param("user", user)
                        .query(Boolean.class)
                        .single();
        if (!own) {
            throw ProfileRefused.avatarUnknown();
        }
    }
}
