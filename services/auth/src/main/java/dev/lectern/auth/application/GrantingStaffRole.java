package dev.lectern.auth.application;

import dev.lectern.auth.domain.Account;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.auth.domain.Role;
import dev.lectern.common.problem.GenericRefusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Appoints moderators, support and administrators, and dismisses them, on the operator's word
/// alone. A process: the password is hashed before the one transaction.
@Service
public class GrantingStaffRole {

    /// @param password if absent, a new account gets a generated one
    public record Appoint(
            EmailAddress email, Role role, Optional<RawPassword> password, NewProfile profile) {}

    /// @param generatedPassword to be handed over once, if one was made
    public record Appointed(UUID userId, Optional<String> generatedPassword) {}

    // Without characters that are mistaken for one another when read aloud.
    private static final String ALPHABET =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED_LENGTH = 20;

    private final SecureRandom random = new SecureRandom();
    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final CreatingProfiles profiles;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    GrantingStaffRole(
            Accounts accounts,
            Passwords passwords,
            OpenSessions sessions,
            CreatingProfiles profiles,
            JdbcClient jdbc,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.profiles = profiles;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Creates the account or promotes the one there is. A known and proven account keeps its
    /// password unless one is given.
    public Appointed appoint(Appoint command) {
        requireStaffRole(command.role());
        command.password().ifPresent(given -> passwords.policy().check(given, command.email()));
        var password = command.password().orElseGet(this::generate);
        var hash = passwords.hash(password);
        return transaction.execute(status -> {
            var known = accounts.lockByEmail(command.email());
            var keepsPassword =
                    command.password().isEmpty()
                            && known.filter(Account::isEmailVerified).isPresent();
            var account = known.orElseGet(() -> open(command, hash));
            account.appoint(command.role(), keepsPassword ? null : hash, clock.instant());
            accounts.save(account);
            if (!keepsPassword) {
                sessions.closeAll(account.id());
            }
            var tellsPassword = !keepsPassword && command.password().isEmpty();
            return new Appointed(
                    account.id().value(),
                    tellsPassword ? Optional.of(password.value()) : Optional.empty());
        });
    }

    /// Takes a staff role back, and every session with it.
    public void dismiss(AccountId id, Role role) {
        requireStaffRole(role);
        transaction.executeWithoutResult(status -> {
            // Two administrators dismissed at once would both find the other one remaining.
            jdbc.sql("select 1 from account_role where role = 'ADMIN' for update")
                    .query()
                    .listOfRows();
            var account = accounts.lock(id).orElseThrow(GenericRefusal::notFound);
            account.dismiss(role, countAdmins());
            accounts.save(account);
            sessions.closeAll(id);
        });
    }

    private Account open(Appoint command, String hash) {
        var account = Account.register(command.email(), hash, List.of(), clock.instant());
        profiles.after(account.id(), command.email(), command.profile());
        return account;
    }

    private long countAdmins() {
        return jdbc.sql("select count(*) from account_role where role = 'ADMIN'")
                .query(Long.class)
                .single();
    }

    private RawPassword generate() {
        return new RawPassword(
                random.ints(GENERATED_LENGTH, 0, ALPHABET.length())
                        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                        .collect(Collectors.joining()));
    }

    private static void requireStaffRole(Role role) {
        if (!role.isStaff()) {
            throw GenericRefusal.invalid("/role", "One of moderator, support, admin.");
        }
    }
}
