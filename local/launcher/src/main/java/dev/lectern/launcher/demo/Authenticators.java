package dev.lectern.launcher.demo;

import dev.lectern.client.Authenticator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The authenticators of the people of the demo, who have no telephones: their secrets lie beside
/// those of the platform.
///
/// @param directory readable by its user only
public record Authenticators(Path directory) {

    private static final String ADDRESS = "[a-z0-9.]+@[a-z0-9.]+";

    /// Below the secrets of a home.
    public static Authenticators under(Path secrets) {
        return new Authenticators(secrets.resolve("authenticators"));
    }

    /// Empty for somebody who was given none.
    public Optional<Authenticator> of(String email) {
        // What comes from outside becomes the name of a file.
        if (!email.matches(ADDRESS)) {
            return Optional.empty();
        }
        try {
            var file = directory.resolve(email);
            return Files.exists(file)
                    ? Optional.of(Authenticator.of(Files.readString(file)))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Authenticator keep(String email, String secret) {
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            var partial = directory.resolve(email + ".new");
            Files.writeString(partial, secret);
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rw-------"));
            Files.move(partial, directory.resolve(email), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Authenticator.of(secret);
    }
}
