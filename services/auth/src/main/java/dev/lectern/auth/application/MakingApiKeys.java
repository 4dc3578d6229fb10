package dev.lectern.auth.application;

import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.Accounts;
import dev.lectern.auth.domain.ApiKey;
import dev.lectern.auth.domain.ApiKeyId;
import dev.lectern.auth.domain.ApiKeys;
import dev.lectern.auth.domain.Role;
import dev.lectern.common.problem.GenericRefusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People give programs a key of their own, and take it back.
@Service
@Transactional
public class MakingApiKeys {

    /// @param scopes roles of the owner that the key carries
    public record Make(AccountId owner, String name, Set<Role> scopes, Instant expiresAt) {}

    private final Accounts accounts;
    private final ApiKeys keys;
    private final OpenSessions sessions;
    private final Vault vault;
    private final SecretDigests digests;
    private final Clock wallClock;

    MakingApiKeys(
            Accounts accounts,
            ApiKeys keys,
            OpenSessions sessions,
            Vault vault,
            SecretDigests digests,
            @Qualifier("wallClock") Clock wallClock) {
        this.accounts = accounts;
        this.keys = keys;
        this.sessions = sessions;
        this.vault = vault;
        this.digests = digests;
        this.wallClock = wallClock;
    }

    public ApiKeyId make(Make command) {
        // Locked: a role that is taken away at this moment must not be handed on.
        var owner = accounts.lock(command.owner()).orElseThrow(GenericRefusal::notFound);
        var id = ApiKeyId.next();
        return keys.save(
                        ApiKey.make(
                                id,
                                owner,
                                command.name(),
                                command.scopes(),
                                digests.digest(secretOf(id)),
                                wallClock.instant(),
                                command.expiresAt()))
                .id();
    }

    /// No token is given for it any more; one that was given lives on for at most ten minutes.
    public void revoke(ApiKeyId id, AccountId owner) {
        var key = keys.findByIdAndAccount(id, owner).orElseThrow(GenericRefusal::notFound);
        sessions.closeClient(id.clientId());
        keys.delete(key);
    }

    /// What the program has to show, for the answer to the making alone. It follows from the key in
    /// the environment, so a repeated answer says the same without its being kept.
    public String secretOf(ApiKeyId id) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.derive("secret of API key " + id));
    }
}
