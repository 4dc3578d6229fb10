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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a program act for its owner, with the roles it was made for and no others, until a day that
/// was set when it was made.
@Entity
@Table(name = "api_key")
@SuppressWarnings("UnusedVariable") // read by views
public class ApiKey {

    /// What nobody renews for so long was forgotten.
    public static final Duration LONGEST = Duration.ofDays(366);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ApiKeyId id;

    @AttributeOverride(name = "value", column = @Column(name = "account_id"))
    private AccountId account;

    private String name;
    private String secretDigest;
    private Instant createdAt;
    private Instant expiresAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "api_key_scope", joinColumns = @JoinColumn(name = "api_key_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> scopes = EnumSet.noneOf(Role.class);

    @Version private @Nullable Long version;

    @SuppressWarnings("NullAway.Init")
    protected ApiKey() {}

    private ApiKey(
            ApiKeyId id,
            AccountId account,
            String name,
            String secretDigest,
            Instant now,
            Instant expiresAt) {
        this.id = id;
        this.account = account;
        this.name = name;
        this.secretDigest = secretDigest;
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /// Makes one for an account. Nobody hands out more than they have.
    ///
    /// @param secretDigest of what its program proves itself with
    public static ApiKey make(
            ApiKeyId id,
            Account owner,
            String name,
            Set<Role> scopes,
            String secretDigest,
            Instant now,
            Instant expiresAt) {
        if (!owner.roles().containsAll(scopes)) {
            throw ApiKeyRefused.scopeTooWide();
        }
        if (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST))) {
            throw ApiKeyRefused.wrongLife();
        }
        var key = new ApiKey(id, owner.id(), name, secretDigest, now, expiresAt);
        key.scopes.addAll(scopes);
        return key;
    }

    public ApiKeyId id() {
        return id;
    }
}
