package dev.lectern.media.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.user.AvatarChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps this service's copy of what user tells: with which picture everybody is shown. Told late
/// or twice, an older choice never replaces a newer one.
@Service
@Transactional
public class KeepingAvatars {

    private final JdbcClient jdbc;

    KeepingAvatars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<AvatarChanged> received) {
        jdbc.sql(
                        """
                        insert into copy_avatar (user_id, asset_id, sequence)
                        values (:user, :asset, :sequence)
                        on conflict (user_id) do update
                        set asset_id = excluded.asset_id, sequence = excluded.sequence
                        where copy_avatar.sequence < excluded.sequence
                        """)
                .param("user", received.event().userId())
                .param("asset", received.event().avatarAssetId())
                .param("sequence", received.sequence())
                .update();
    }
}
