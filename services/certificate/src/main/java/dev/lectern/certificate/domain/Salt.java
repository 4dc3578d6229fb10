package dev.lectern.certificate.domain;

import java.security.SecureRandom;
import java.util.HexFormat;

/// What is hashed together with the holder's id, so that two certificates of one person cannot be
/// told to be hers by anybody who does not know her.
final class Salt {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salt() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
