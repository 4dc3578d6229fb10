package dev.lectern.certificate.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.springframework.stereotype.Component;

/// The key that signs, and the public ones anybody may verify with.
@Component
class SigningKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int KEY_BYTES = 32;

    private final PrivateKey privateKey;
    private final Multikey current;
    private final List<Multikey> retired;

    SigningKeys(SigningSettings settings) {
        var seed = seedOf(settings.signingKey());
        this.privateKey = privateKeyOf(seed);
        // The JDK signs, but does not say which public key belongs to a private one.
        this.current =
                Multikey.of(
                        new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded());
        this.retired = settings.retiredKeys().stream().map(Multikey::new).toList();
    }

    Multikey current() {
        return current;
    }

    /// The one that signs and those that did.
    List<Multikey> all() {
        return Stream.concat(Stream.of(current), retired.stream()).distinct().toList();
    }

    byte[] sign(byte[] data) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be signed", e);
        }
    }

    /// The message of what is wrong never repeats the key.
    private static byte[] seedOf(String key) {
        byte[] seed;
        try {
            seed = Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "lectern.certificates.signing-key is not base64url", e);
        }
        if (seed.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "lectern.certificates.signing-key has not 32 bytes but " + seed.length);
        }
        return seed;
    }

    private static PrivateKey privateKeyOf(byte[] seed) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }
}
