package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.AccountRefused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The secrets in mailed links: 32 random bytes, of which only a hash is kept, good for one use.
@Component
@Transactional
public class SecretLinks {

    /// What a link is good for, and for how long.
    public enum Purpose {
        CONFIRM_EMAIL(Duration.ofHours(24)),
        RESET_PASSWORD(Duration.ofMinutes(30));

        private final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    private static final int BYTES = 32;
    private static final int AT_MOST = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    SecretLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A new secret, or none if the account got several lately: nobody's mailbox is to be flooded.
    Optional<String> issue(AccountId account, Purpose purpose) {
        // Of two letters written at once, one counts the other.
        jdbc.sql("select 1 from account where id = :account for no key update")
                .param("account", account.value())
                .query(Integer.class)
                .single();
        var now = clock.instant();
        var lately =
                jdbc.sql(
                                """
                                select count(*) from secret_link
                                where account_id = :account and purpose = :purpose
                                    and issued_at > :since
                                """)
                        .param("account", account.value())
                        .param("purpose", purpose.name())
                        .param("since", now.minus(WITHIN).atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
        if (lately >= AT_MOST) {
            return Optional.empty();
        }
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql(
                        """
                        insert into secret_link (hash, account_id, purpose, issued_at, expires_at)
                        values (:hash, :account, :purpose, :now, :expires)
                        """)
                .param("hash", hash(secret))
                .param("account", account.value())
                .param("purpose", purpose.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", now.plus(purpose.life).atOffset(ZoneOffset.UTC))
                .update();
        return Optional.of(secret);
    }

    /// Uses a secret up. One statement, so of two uses at the same moment one fails.
    AccountId redeem(String secret, Purpose purpose) {
        return jdbc.sql(
                        """
                        delete from secret_link
                        where hash = :hash and purpose = :purpose and expires_at > :now
                        returning account_id
                        """)
                .param("hash", hash(secret))
                .param("purpose", purpose.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(AccountId::new)
                .orElseThrow(AccountRefused::tokenInvalid);
    }

    /// Refuses a secret that cannot be redeemed, before anything expensive is done for it.
    void requireUsable(String secret, Purpose purpose) {
        var usable =
                jdbc.sql(
                                """
                                select exists (select 1 from secret_link
                                where hash = :hash and purpose = :purpose and expires_at > :now)
                                """)
                        .param("hash", hash(secret))
                        .param("purpose", purpose.name())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single();
        if (!usable) {
            throw AccountRefused.tokenInvalid();
        }
    }

    /// Voids what was mailed before a password was set: it may be in strange hands.
    void voidAll(AccountId account) {
        jdbc.sql("delete from secret_link where account_id = :account")
                .param("account", account.value())
                .update();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
