package dev.lectern.auth.integration;

import dev.lectern.auth.application.SecretDigests;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Keeps client secrets as SHA-256. They are long and random, so nobody guesses them, and one is
/// checked at every token call, where Argon2 would only be slow.
@Component
final class SecretDigest implements PasswordEncoder, SecretDigests {

    @Override
    public String digest(String secret) {
        return encode(secret);
    }

    @Override
    public String encode(@Nullable CharSequence secret) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(
                                            String.valueOf(secret)
                                                    .getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
        return secret != null
                && digest != null
                && MessageDigest.isEqual(
                        encode(secret).getBytes(StandardCharsets.US_ASCII),
                        digest.getBytes(StandardCharsets.US_ASCII));
    }
}
