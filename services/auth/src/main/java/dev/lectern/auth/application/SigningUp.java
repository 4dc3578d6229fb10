package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountRefused;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/// Takes a registration: checks what depends on the request alone, hashes the password whoever
/// asks, and only then opens the account in one transaction.
@Service
public class SigningUp {

    /// @param consents document to version, as accepted by the newcomer
    public record SignUp(
            EmailAddress email,
            RawPassword password,
            NewProfile profile,
            Map<String, String> consents) {}

    private final Passwords passwords;
    private final AuthSettings settings;
    private final Vault vault;
    private final Idempotency idempotency;
    private final Registering registering;

    SigningUp(
            Passwords passwords,
            AuthSettings settings,
            Vault vault,
            Idempotency idempotency,
            Registering registering) {
        this.passwords = passwords;
        this.settings = settings;
        this.vault = vault;
        this.idempotency = idempotency;
        this.registering = registering;
    }

    public Idempotency.Outcome signUp(IdempotencyKey key, SignUp command) {
        requireConsents(command.consents());
        passwords.policy().check(command.password(), command.email());
        var register =
                new Registering.Register(
                        command.email(),
                        passwords.hash(command.password()),
                        command.profile(),
                        settings.consents());
        return idempotency.once(
                key.of(command.email().pseudonym(), "register", comparable(command)),
                () -> registering.register(register));
    }

    private void requireConsents(Map<String, String> given) {
        var missing =
                settings.consents().entrySet().stream()
                        .filter(needed -> !needed.getValue().equals(given.get(needed.getKey())))
                        .map(needed -> needed.getKey() + " in version " + needed.getValue())
                        .sorted()
                        .toList();
        if (!missing.isEmpty()) {
            throw AccountRefused.consentRequired(missing);
        }
    }

    /// The body as it may be compared with a repetition: the plain hash of one that holds the
    /// password would let anybody with the table guess it fast.
    private Map<String, Object> comparable(SignUp command) {
        return Map.of(
                "password",
                vault.fingerprint(command.password().value()),
                "profile",
                command.profile(),
                "consents",
                new TreeMap<>(command.consents()));
    }
}
