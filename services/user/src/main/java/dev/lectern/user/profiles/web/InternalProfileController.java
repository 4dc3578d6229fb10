package dev.lectern.user.profiles.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.web.Created;
import dev.lectern.user.profiles.application.CreatingProfiles;
import dev.lectern.user.profiles.application.CreatingProfiles.Create;
import dev.lectern.user.profiles.application.ProfileView;
import dev.lectern.user.profiles.application.ProfileViews;
import dev.lectern.user.profiles.domain.DisplayName;
import dev.lectern.user.profiles.domain.HomeZone;
import dev.lectern.user.profiles.domain.Language;
import dev.lectern.user.profiles.domain.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Profiles, for auth, which makes them, and for services that need a name.
@RestController
@RequestMapping("/internal/profiles")
class InternalProfileController {

    private final CreatingProfiles creating;
    private final ProfileViews views;
    private final Idempotency idempotency;

    InternalProfileController(
            CreatingProfiles creating, ProfileViews views, Idempotency idempotency) {
        this.creating = creating;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// Auth decides what an address is; here it only must look like one.
    private static final String ANY_ADDRESS = "[^@\\s]+@[^@\\s]+";

    /// What a newcomer told auth.
    ///
    /// @param userId the id of the account
    /// @param email the address of the account, for example `ada@example.com`
    /// @param displayName 1 to 100 characters on one line, without markup
    /// @param locale a BCP 47 tag, for example `pt-BR`
    /// @param timeZone a name of the tz database, for example `Europe/Warsaw`
    record CreateRequest(
            @NotNull UUID userId,
            @NotNull @Size(max = 254) @Pattern(regexp = ANY_ADDRESS) String email,
            @NotNull String displayName,
            @NotNull String locale,
            @NotNull String timeZone) {}

    /// A profile as other services see it.
    record ProfileResponse(
            UUID userId, String displayName, String email, String locale, String timeZone) {}

    /// Makes a profile, or finds that it exists. The user's id is the key, so two at once have one
    /// effect. 409 `REQUEST_IN_PROGRESS` while the first of two still runs.
    @PostMapping
    ResponseEntity<ProfileResponse> createProfile(@Valid @RequestBody CreateRequest request) {
        var user = request.userId();
        var command =
                new Create(
                        new UserId(user),
                        request.email(),
                        new DisplayName(request.displayName()),
                        new Language(request.locale()),
                        new HomeZone(request.timeZone()));
        var outcome =
                idempotency.once(
                        new IdempotencyKey(user.toString()).of("auth", "create-profile", user),
                        () -> creating.create(command).value());
        return Created.at("/internal/profiles/{userId}", outcome, responseOf(views.of(user)));
    }

    /// Shows a profile.
    @GetMapping("/{userId}")
    ProfileResponse getProfile(@PathVariable UUID userId) {
        return responseOf(views.of(userId));
    }

    private static ProfileResponse responseOf(ProfileView profile) {
        return new ProfileResponse(
                profile.userId(),
                profile.displayName(),
                profile.email(),
                profile.locale(),
                profile.timeZone());
    }
}
