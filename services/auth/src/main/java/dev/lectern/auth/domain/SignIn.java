package dev.lectern.auth.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// One browser or client that proved to be somebody. Tokens are renewed only while it lives.
@Entity
@Table(name = "sign_in")
public class SignIn extends AbstractAggregateRoot<SignIn> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private SignInId id;

    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId account;

    private String httpSession;
    private String device;
    private Instant startedAt;
    private Instant lastSeenAt;

    @Version private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected SignIn() {}

    private SignIn(SignInId id, AccountId account, String httpSession, Device device, Instant now) {
        this.id = id;
        this.account = account;
        this.httpSession = httpSession;
        this.device = device.name();
        this.startedAt = now;
        this.lastSeenAt = now;
    }

    /// @param httpSession the session the cookie leads to, which ends with this sign-in
    public static SignIn open(
            SignInId id, AccountId account, String httpSession, Device device, Instant now) {
        return new SignIn(id, account, httpSession, device, now);
    }

    /// The cookie leads to another session from now on, as it does after each step up in trust.
    public void moveTo(String otherHttpSession) {
        httpSession = otherHttpSession;
    }

    /// Ends it; whoever ends it also deletes it.
    public void end() {
        registerEvent(new AccountEvent.SignedOut(account, id));
    }

    public String httpSession() {
        return httpSession;
    }

    public String device() {
        return device;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant lastSeenAt() {
        return lastSeenAt;
    }
}
