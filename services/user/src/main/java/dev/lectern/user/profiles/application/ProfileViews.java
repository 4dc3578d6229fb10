package dev.lectern.user.profiles.application;

import dev.lectern.common.problem.GenericRefusal;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Profiles to be read.
@Component
public class ProfileViews {

    private final JdbcClient jdbc;

    ProfileViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ProfileView of(UUID userId) {
        return jdbc.sql(
                        """
                        select user_id, display_name, email, locale, time_zone,
                            coalesce(enabled, false) as mfa_enabled, avatar_asset_id, version
                        from profile left join second_factor using (user_id)
                        where user_id = :userId
                        """)
                .param("userId", userId)
                .query(ProfileView.class)
                .optional()
                .orElseThrow(GenericRefusal::notFound);
    }
}
