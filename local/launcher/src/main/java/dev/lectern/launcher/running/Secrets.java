package dev.lectern.launcher.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Base64.Encoder;

/// The secrets of one platform, each made when it is first needed and readable by its user only.
public record Secrets(Path directory) {

    private static final int BYTES = 32;
    // Where credentials travel encoded for a URL, these stay what they are.
    private static final Encoder FOR_CLIENTS = Base64.getUrlEncoder().withoutPadding();

    /// What the gateway proves itself with to auth.
    public String bff() {
        return secret("bff-client", FOR_CLIENTS);
    }

    /// What the launcher proves itself with, for what only the operator may do.
    public String operator() {
        return secret("operator-client", FOR_CLIENTS);
    }

    /// What a service proves itself with when it calls another.
    public String client(String service) {
        return secret(service + "-client", FOR_CLIENTS);
    }

    /// Protects what auth keeps in its database; without it that data is lost.
    public String encryptionKey() {
        return secret("auth-encryption-key", Base64.getEncoder());
    }

    /// Signs the links that end mail; with another one those in old mails are dead.
    public String unsubscribeKey() {
        return secret("notification-unsubscribe-key", FOR_CLIENTS);
    }

    /// Signs certificates; with another one what it signed before is believed only while its public
    /// half is listed.
    public String certificateKey() {
        return secret("certificate-signing-key", FOR_CLIENTS);
    }

    /// What the payment service proves itself with to the stand-in for Stripe.
    public String stripeKey() {
        return "sk_test_" + secret("stripe-key", FOR_CLIENTS);
    }

    /// What the stand-in signs its events with.
    public String stripeWebhook() {
        return "whsec_" + secret("stripe-webhook", FOR_CLIENTS);
    }

    private synchronized String secret(String name, Encoder encoder) {
        Path file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file, encoder);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(Path file, Encoder encoder) throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path partial = directory.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(partial);
        Files.createFile(
                partial,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, encoder.encodeToString(bytes));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
