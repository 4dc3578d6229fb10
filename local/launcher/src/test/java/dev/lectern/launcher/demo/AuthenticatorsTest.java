package dev.lectern.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticatorsTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQ";

    @TempDir Path secrets;

    @Test
    void areFoundAgain() {
        var kept = Authenticators.under(secrets).keep("ada@demo.example", SECRET);

        var before = kept.codeOfNow();
        var found = Authenticators.under(secrets).of("ada@demo.example").orElseThrow();

        assertThat(found.codeOfNow()).isIn(before, kept.codeOfNow());
    }

    @Test
    void areNobodyElsesToRead() throws IOException {
        Authenticators.under(secrets).keep("ada@demo.example", SECRET);

        var file = secrets.resolve("authenticators/ada@demo.example");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "leo@demo.example", "../operator", "../../secrets/x@y", "ada"})
    void areOfNobodyWhoWasGivenNone(String email) throws IOException {
        Files.writeString(secrets.resolve("operator"), SECRET);

        assertThat(Authenticators.under(secrets).of(email)).isEmpty();
    }
}
