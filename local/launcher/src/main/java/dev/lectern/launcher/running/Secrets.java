package dev.lectern.launcher.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/// The secrets of one platform, each made when it is first needed and readable by its user only.
public record Secrets(Path directory) {

    private static final int BYTES = 32;

    /// What the gateway proves itself with to auth.
    public String bff() {
        return secret("bff-client");
    }

    /// What the launcher proves itself with, for what only the operator may do.
    public String operator() {
        return secret("operator-client");
    }

    /// What a service proves itself with when it calls another.
    public String client(String service) {
        return secret(service + "-client");
    }

    /// Protects what auth keeps in its database; without it that data is lost.
    public String encryptionKey() {
        return secret("auth-encryption-key");
    }

    private synchronized String secret(String name) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file) throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        }
    }
}
