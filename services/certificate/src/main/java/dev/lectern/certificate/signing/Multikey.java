package dev.lectern.certificate.signing;

import com.apicatalog.multibase.Multibase;
import java.util.Arrays;

/// A public Ed25519 key as a text that says what it is.
record Multikey(String text) {

    private static final byte[] ED25519_PUBLIC = {(byte) 0xed, 0x01};
    private static final int KEY_BYTES = 32;

    Multikey {
        if (!isKey(text)) {
            throw new IllegalArgumentException("not an Ed25519 public key: " + text);
        }
    }

    static Multikey of(byte[] key) {
        var bytes = Arrays.copyOf(ED25519_PUBLIC, ED25519_PUBLIC.length + key.length);
        System.arraycopy(key, 0, bytes, ED25519_PUBLIC.length, key.length);
        return new Multikey(Multibase.BASE_58_BTC.encode(bytes));
    }

    private static boolean isKey(String text) {
        if (!text.matches("z[1-9A-HJ-NP-Za-km-z]{40,60}")) {
            return false;
        }
        var bytes = Multibase.BASE_58_BTC.decode(text);
        return bytes.length == ED25519_PUBLIC.length + KEY_BYTES
                && Arrays.equals(
                        bytes, 0, ED25519_PUBLIC.length, ED25519_PUBLIC, 0, ED25519_PUBLIC.length);
    }
}
