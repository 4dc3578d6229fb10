package dev.lectern.auth.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One person's access to the platform: an address, a password, what they may do and how often
/// somebody has guessed.
@Entity
@Table(name = "account")
public class Account extends AbstractAggregateRoot<Account> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AccountId id;

    @AttributeOverride(name = "value", column = @Column(name = "email"))
    private EmailAddress email;

    private String passwordHash;
    private @Nullable Instant emailVerifiedAt;
    private int failedSignIns;
    private @Nullable Instant lockedUntil;
    private Instant registeredAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = EnumSet.noneOf(Role.class);

    @ElementCollection
    @CollectionTable(name = "account_consent", joinColumns = @JoinColumn(name = "account_id"))
    private Set<Consent> consents = new HashSet<>();

    @Version private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    private Account(EmailAddress email, String passwordHash, Instant now) {
        this.id = AccountId.next();
        this.email = email;
        this.passwordHash = passwordHash;
        this.registeredAt = now;
        roles.add(Role.LEARNER);
        registerEvent(new AccountEvent.Registered(id));
    }

    /// Opens a learner's account, whose address is still to be proven.
    public static Account register(
            EmailAddress email, String passwordHash, Collection<Consent> given, Instant now) {
        var account = new Account(email, passwordHash, now);
        account.consents.addAll(given);
        return account;
    }

    /// The owner has shown to receive mail at the address. Showing it again changes nothing.
    public void verifyEmail(Instant now) {
        if (emailVerifiedAt != null) {
            return;
        }
        emailVerifiedAt = now;
        registerEvent(new AccountEvent.EmailVerified(id));
    }

    /// Decides on a sign-in and counts wrong passwords.
    public SignInVerdict judgeSignIn(boolean passwordIsRight, Instant now) {
        if (isLocked(now)) {
            // Not counted: else anybody could keep the owner out for good by guessing on.
            return SignInVerdict.REFUSED;
        }
        if (!passwordIsRight) {
            failedSignIns++;
            var pause = LockOut.after(failedSignIns);
            lockedUntil = pause.isZero() ? null : now.plus(pause);
            return SignInVerdict.REFUSED;
        }
        failedSignIns = 0;
        lockedUntil = null;
        return isEmailVerified() ? SignInVerdict.ADMITTED : SignInVerdict.UNVERIFIED;
    }

    /// Takes a new password from somebody who received mail at the address, and ends every sign-in:
    /// one of them may be the reason for the reset.
    public void resetPassword(String newHash, Instant now) {
        verifyEmail(now);
        replacePassword(newHash);
    }

    /// Gives a staff role on the operator's word, who also vouches for the address.
    ///
    /// @param newHash replaces the password if present; an account whose address nobody had proven
    ///   needs one, or whoever registered it first would come into the role
    public void appoint(Role role, @Nullable String newHash, Instant now) {
        if (!role.isStaff()) {
            throw new IllegalArgumentException(role + " is no staff role");
        }
        if (newHash != null) {
            replacePassword(newHash);
        } else if (!isEmailVerified()) {
            throw new IllegalArgumentException("an unproven account needs a new password");
        }
        verifyEmail(now);
        grant(role);
    }

    /// Adds a role; one already held is no news.
    public void grant(Role role) {
        if (roles.add(role)) {
            registerEvent(new AccountEvent.RoleGranted(id, role));
        }
    }

    /// Takes a staff role back; one not held is no news.
    ///
    /// @param admins how many accounts are administrators now
    public void dismiss(Role role, long admins) {
        if (!roles.contains(role)) {
            return;
        }
        if (role == Role.ADMIN && admins <= 1) {
            throw AccountRefused.lastAdmin();
        }
        roles.remove(role);
        registerEvent(new AccountEvent.RoleWithdrawn(id, role));
        signOutEverywhere();
    }

    /// Ends every sign-in of this account.
    public void signOutEverywhere() {
        registerEvent(new AccountEvent.SignedOutEverywhere(id));
    }

    public boolean isEmailVerified() {
        return emailVerifiedAt != null;
    }

    public AccountId id() {
        return id;
    }

    public EmailAddress email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }

    public Instant registeredAt() {
        return registeredAt;
    }

    Set<Consent> consents() {
        return Set.copyOf(consents);
    }

    private void replacePassword(String newHash) {
        passwordHash = newHash;
        failedSignIns = 0;
        lockedUntil = null;
        signOutEverywhere();
    }

    private boolean isLocked(Instant now) {
        return lockedUntil != null && now.isBefore(lockedUntil);
    }
}
