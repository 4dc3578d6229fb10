package dev.lectern.gamification.application;

import java.time.ZoneId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner lives in a time zone, and the days of their streak end by its midnight.
@Service
@Transactional
public class Moving {

    private final OpenAccounts accounts;
    private final JdbcClient jdbc;

    Moving(OpenAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    public void move(UUID learner, ZoneId zone) {
        var account = accounts.locked(learner);
        account.livesIn(zone);
        accounts.keep(account);
    }

    @Transactional(readOnly = true)
    public boolean isKnown(UUID learner) {
        return jdbc.sql("select exists (select 1 from account where learner_id = :id)")
                .param("id", learner)
                .query(Boolean.class)
                .single();
    }
}
