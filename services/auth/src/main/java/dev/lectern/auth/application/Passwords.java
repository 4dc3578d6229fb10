package dev.lectern.auth.application;

import dev.lectern.auth.domain.LeakedPasswords;
import dev.lectern.auth.domain.PasswordPolicy;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.problem.GenericRefusal;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Argon2id with a bound on how many run at once: each takes 16 MB and a core for some 50 ms, so a
/// flood must queue here and not fill the memory. Never used inside a transaction, which would hold
/// a connection all the while.
@Component
public class Passwords {

    private static final int AT_ONCE = 3;
    private static final int PATIENCE_SECONDS = 5;

    private final PasswordEncoder encoder =
            new DelegatingPasswordEncoder(
                    "argon2",
                    Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final PasswordPolicy policy;
    private final String nobodysHash = encode("nobody has this password");

    Passwords(LeakedPasswords leaked) {
        policy = new PasswordPolicy(leaked);
    }

    PasswordPolicy policy() {
        return policy;
    }

    String hash(RawPassword password) {
        return inTurn(() -> encode(password.value()));
    }

    /// Whether the password belongs to the hash; without a hash it takes as long to say no.
    boolean isRight(RawPassword password, @Nullable String hash) {
        var text = password.value().length() > RawPassword.LONGEST ? "" : password.value();
        var matches = inTurn(() -> encoder.matches(text, hash == null ? nobodysHash : hash));
        return matches && hash != null;
    }

    /// Waits for a free place, and gives up before the visitor does.
    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw GenericRefusal.unavailable("Too many people sign in at this moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw GenericRefusal.unavailable("The service is stopping.");
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private String encode(String password) {
        return Objects.requireNonNull(encoder.encode(password), "a password is never null");
    }
}
