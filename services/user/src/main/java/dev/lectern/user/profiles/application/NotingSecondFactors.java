package dev.lectern.user.profiles.application;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps in mind who is asked for a second factor, as auth tells it.
@Service
@Transactional
public class NotingSecondFactors {

    private final JdbcClient jdbc;

    NotingSecondFactors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param sequence older ones than what is known change nothing
    public void note(UUID user, boolean enabled, long sequence) {
        jdbc.sql(
                        """
                        insert into second_factor (user_id, enabled, sequence)
                        values (:user, :enabled, :sequence)
                        on conflict (user_id) do update
                        set enabled = excluded.enabled, sequence = excluded.sequence
                        where second_factor.sequence < excluded.sequence
                        """)
                .param("user", user)
                .param("enabled", enabled)
                .param("sequence", sequence)
                .update();
    }
}
