package dev.lectern.auth.web;

import dev.lectern.auth.application.ApiKeyViews;
import dev.lectern.auth.application.ApiKeyViews.ApiKeyView;
import dev.lectern.auth.application.MakingApiKeys;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.ApiKeyId;
import dev.lectern.auth.domain.Role;
import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.StepUp;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Keys for the caller's own programs.
@RestController
@RequestMapping("/api/v1/auth/api-keys")
class ApiKeysController {

    /// @param name what the owner calls it, for example `Nightly export`
    /// @param scopes roles of the caller that the program needs: `learner`, `instructor`,
    ///   `moderator`, `support`, `admin`
    /// @param expiresAt when it ends, at most 366 days from now
    record MakeRequest(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 5) List<@NotNull String> scopes,
            @NotNull Instant expiresAt) {}

    /// @param clientId what the program calls itself at `/oauth2/token`, with the grant
    ///   `client_credentials`
    /// @param clientSecret what it proves itself with; shown this once
    record MadeResponse(UUID id, String clientId, String clientSecret) {}

    private final MakingApiKeys making;
    private final ApiKeyViews views;
    private final Idempotency idempotency;

    ApiKeysController(MakingApiKeys making, ApiKeyViews views, Idempotency idempotency) {
        this.making = making;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// Makes a key for a program of the caller's. Its tokens are the caller's own, with the roles
    /// in `scopes` as long as the caller has them, and open nothing that asks for `Step-Up`. 403
    /// `FORBIDDEN` to a program with an API key; 404 for an account that is gone; 422
    /// `SCOPE_TOO_WIDE` or `KEY_LIFE_INVALID`.
    @StepUp
    @PostMapping
    ResponseEntity<MadeResponse> makeApiKey(
            Caller caller, IdempotencyKey key, @Valid @RequestBody MakeRequest request) {
        var command =
                new MakingApiKeys.Make(
                        new AccountId(caller.id()),
                        request.name(),
                        roles(request.scopes()),
                        request.expiresAt());
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "make-api-key", request),
                        () -> making.make(command).value());
        var id = new ApiKeyId(outcome.id());
        return Created.at(
                "/api/v1/auth/api-keys/{id}",
                outcome,
                new MadeResponse(outcome.id(), id.clientId(), making.secretOf(id)));
    }

    /// Lists the caller's keys, newest first; those that have ended are there for a day. 403
    /// `FORBIDDEN` to a program with an API key.
    @GetMapping
    Page<ApiKeyView> listApiKeys(Caller caller, PageQuery query) {
        return Page.of(views.of(new AccountId(caller.id()), query), query, ApiKeyView::id);
    }

    /// Shows one of the caller's keys, without its secret. 403 `FORBIDDEN` to a program with an API
    /// key.
    @GetMapping("/{id}")
    ApiKeyView getApiKey(Caller caller, @PathVariable UUID id) {
        return views.one(new ApiKeyId(id), new AccountId(caller.id()));
    }

    /// Takes one of the caller's keys back. A token it got lives on for at most ten minutes. 403
    /// `FORBIDDEN` to a program with an API key.
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeApiKey(Caller caller, @PathVariable UUID id) {
        making.revoke(new ApiKeyId(id), new AccountId(caller.id()));
    }

    private static Set<Role> roles(List<String> scopes) {
        var roles = EnumSet.noneOf(Role.class);
        for (var i = 0; i < scopes.size(); i++) {
            var scope = scopes.get(i);
            var pointer = "/scopes/" + i;
            roles.add(
                    Arrays.stream(Role.values())
                            .filter(role -> role.onTheWire().equals(scope))
                            .findFirst()
                            .orElseThrow(() ->
                                    GenericRefusal.invalid(pointer, "No role has this name.")));
        }
        return roles;
    }
}
