package dev.lectern.client;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// Shows the codes of a second factor, as the program on somebody's phone does. A code is good once
/// and clocks may be half a minute apart, so it hands out the one before, that of now and the next;
/// whoever needs more waits.
public final class Authenticator {

    private static final long SECONDS = 30;

    /// So long before the half minute ends the code before it is no longer handed out: it would be
    /// too old when it arrives.
    private static final long ON_ITS_WAY = 10;

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator();
    private final SecretKeySpec key;
    private long lastStep;

    private Authenticator(SecretKeySpec key) {
        this.key = key;
    }

    /// @param secret in Base32, as it was shown at the enrolment
    public static Authenticator of(String secret) {
        return new Authenticator(new SecretKeySpec(Base32.builder().get().decode(secret), "RAW"));
    }

    /// What it shows at this moment, used before or not.
    public String codeOfNow() {
        return codeOf(now());
    }

    /// A code that was not handed out before.
    public synchronized String nextCode() {
        while (lastStep > now()) {
            await(lastStep * SECONDS);
        }
        lastStep = Math.max(lastStep + 1, oldest());
        return codeOf(lastStep);
    }

    private static void await(long epochSecond) {
        try {
            Thread.sleep(Math.max(1, epochSecond * 1000 - System.currentTimeMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a code", e);
        }
    }

    private String codeOf(long step) {
        try {
            return generator.generateOneTimePasswordString(
                    key, Instant.ofEpochSecond(step * SECONDS));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key for HMAC", e);
        }
    }

    private static long oldest() {
        var left = SECONDS - Instant.now().getEpochSecond() % SECONDS;
        return left > ON_ITS_WAY ? now() - 1 : now();
    }

    private static long now() {
        return Instant.now().getEpochSecond() / SECONDS;
    }
}
