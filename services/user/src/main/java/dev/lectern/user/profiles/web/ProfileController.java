package dev.lectern.user.profiles.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.common.web.IfMatch;
import dev.lectern.common.web.Sent;
import dev.lectern.user.profiles.application.ProfileViews;
import dev.lectern.user.profiles.application.UpdatingProfile;
import dev.lectern.user.profiles.application.UpdatingProfile.NewAvatar;
import dev.lectern.user.profiles.application.UpdatingProfile.Update;
import dev.lectern.user.profiles.domain.DisplayName;
import dev.lectern.user.profiles.domain.HomeZone;
import dev.lectern.user.profiles.domain.Language;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own profile.
@RestController
@RequestMapping("/api/v1/users/me")
class ProfileController {

    private final UpdatingProfile updating;
    private final ProfileViews views;

    ProfileController(UpdatingProfile updating, ProfileViews views) {
        this.updating = updating;
        this.views = views;
    }

    /// What is absent stays.
    ///
    /// @param displayName 1 to 100 characters on one line, without markup
    /// @param locale a BCP 47 tag of language, script and region, for example `pt-BR`
    /// @param timeZone a name of the tz database, for example `Europe/Warsaw`
    /// @param avatarAssetId a picture the caller sent of their own; null takes it away
    record UpdateRequest(
            @Nullable Sent<String> displayName,
            @Nullable Sent<String> locale,
            @Nullable Sent<String> timeZone,
            @Nullable Sent<UUID> avatarAssetId) {}

    /// Who the caller is.
    ///
    /// @param email the address they sign in with
    /// @param locale a BCP 47 tag
    /// @param timeZone a name of the tz database
    /// @param avatarUrl null while there is no image
    /// @param roles from the token, so that the page shows what the caller may do now
    /// @param mfaEnabled whether a second factor is asked for
    record MeResponse(
            UUID id,
            String displayName,
            String email,
            String locale,
            String timeZone,
            @Nullable String avatarUrl,
            List<String> roles,
            boolean mfaEnabled) {}

    /// Shows the caller's own profile. 404 in the moments after registering, while it is being
    /// made.
    @GetMapping
    ResponseEntity<MeResponse> getMe(Caller caller) {
        var profile = views.of(caller.id());
        var roles = caller.roles().stream().map(Role::name).sorted().toList();
        return ResponseEntity.ok()
                .eTag(IfMatch.etagOf(profile.version()))
                .body(
                        new MeResponse(
                                profile.userId(),
                                profile.displayName(),
                                profile.email(),
                                profile.locale(),
                                profile.timeZone(),
                                avatarUrl(profile.avatarAssetId()),
                                roles,
                                profile.mfaEnabled()));
    }

    /// Changes the caller's own profile. 422 `REF_UNKNOWN` for a picture that is not the caller's
    /// or not ready; 404 in the moments after registering, while it is being made.
    @PatchMapping
    ResponseEntity<MeResponse> updateMe(
            @RequestBody UpdateRequest request, IfMatch ifMatch, Caller caller) {
        updating.update(
                new Update(
                        map(Sent.orLeave(request.displayName(), "/displayName"), DisplayName::new),
                        map(Sent.orLeave(request.locale(), "/locale"), Language::new),
                        map(Sent.orLeave(request.timeZone(), "/timeZone"), HomeZone::new),
                        request.avatarAssetId() == null
                                ? null
                                : new NewAvatar(request.avatarAssetId().value())),
                ifMatch,
                caller);
        return getMe(caller);
    }

    private static @Nullable String avatarUrl(@Nullable UUID asset) {
        return asset == null ? null : "/api/v1/assets/" + asset + "/file";
    }

    private static <T> @Nullable T map(@Nullable String text, Function<String, T> type) {
        return text == null ? null : type.apply(text);
    }
}
