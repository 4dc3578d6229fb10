package dev.lectern.auth.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/// Protects what the database must hold but a copy of the database must not give away. The key
/// comes from the environment and is nowhere else.
@Component
public class Vault {

    private static final int KEY_BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final BytesEncryptor encryptor;
    private final SecretKey macKey;
    private final SecretKey derivationKey;

    Vault(AuthSettings settings) {
        var key = keyOf(settings.encryptionKey());
        encryptor = AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES")).build();
        macKey = new SecretKeySpec(mac(new SecretKeySpec(key, MAC), "fingerprints"), MAC);
        derivationKey = new SecretKeySpec(mac(new SecretKeySpec(key, MAC), "derived secrets"), MAC);
    }

    String seal(String text) {
        return Base64.getEncoder()
                .encodeToString(encryptor.encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    String open(String sealed) {
        try {
            return new String(
                    encryptor.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "sealed with another lectern.auth.encryption-key, or damaged", e);
        }
    }

    /// Tells equal texts from different ones without helping anybody to guess them.
    String fingerprint(String text) {
        return HexFormat.of().formatHex(mac(macKey, text));
    }

    /// 32 bytes nobody can tell from random ones without the key, the same each time.
    byte[] derive(String name) {
        return mac(derivationKey, name);
    }

    private static byte[] keyOf(String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("lectern.auth.encryption-key is not Base64", e);
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("lectern.auth.encryption-key must have 32 bytes");
        }
        return key;
    }

    private static byte[] mac(SecretKey key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
