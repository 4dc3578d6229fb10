package dev.lectern.auth.application;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Codes of an authenticator by RFC 6238, in the form every authenticator knows: six digits, half a
/// minute, SHA-1. The hour is the machine's own, for an authenticator has no other.
@Component
class TimeCodes {

    private static final int SECRET_BYTES = 20;

    /// A code may be typed slowly, and a clock may be ahead; more than one step only helps to
    /// guess.
    private static final int STEPS_APART = 1;

    private static final String CODE = "\\d{6}";

    private final SecureRandom random = new SecureRandom();
    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator();
    private final Clock wallClock;

    TimeCodes(@Qualifier("wallClock") Clock wallClock) {
        this.wallClock = wallClock;
    }

    /// A new secret, as authenticators take it.
    String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base32.builder().get().encodeToString(bytes);
    }

    /// The half minute whose code this is, counted from 1970; empty where it is no code of now.
    OptionalLong stepOf(String secret, String code) {
        if (!code.matches(CODE)) {
            return OptionalLong.empty();
        }
        var key = new SecretKeySpec(Base32.builder().get().decode(secret), "RAW");
        var length = generator.getTimeStep().toSeconds();
        var now = wallClock.instant().getEpochSecond() / length;
        var found = OptionalLong.empty();
        for (var step = now - STEPS_APART; step <= now + STEPS_APART; step++) {
            if (isSame(code, codeAt(key, Instant.ofEpochSecond(step * length)))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeAt(SecretKeySpec key, Instant time) {
        try {
            return generator.generateOneTimePasswordString(key, time);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key for HMAC", e);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
