package dev.lectern.notification.web;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.notification.application.PreferenceView;
import dev.lectern.notification.application.Preferences;
import dev.lectern.notification.application.Preferences.Choice;
import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the caller wants to be told, and how.
@RestController
@RequestMapping("/api/v1/notification-preferences")
class PreferenceController {

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    /// Every kind of news by every channel.
    ///
    /// @param items each pair once
    record PreferencesResponse(List<PreferenceView> items) {}

    /// A decision about every kind and channel: pairs that are not named are on.
    ///
    /// @param items each pair at most once
    record PreferencesRequest(
            @NotNull @Size(max = 100) List<@NotNull @Valid ChoiceRequest> items) {}

    /// One kind by one channel.
    ///
    /// @param kind one of those the list names
    /// @param channel IN_APP or EMAIL
    /// @param enabled whether it is wanted
    record ChoiceRequest(@NotNull Kind kind, @NotNull Channel channel, @NotNull Boolean enabled) {}

    /// Shows what is on and off.
    @GetMapping
    PreferencesResponse getPreferences(Caller caller) {
        return new PreferencesResponse(preferences.of(caller.id()));
    }

    /// Decides all of it anew. 422 `PREFERENCE_FIXED` for switching off mail about the safety of
    /// the account.
    @PutMapping
    PreferencesResponse putPreferences(
            @Valid @RequestBody PreferencesRequest request, Caller caller) {
        requireEachOnce(request.items());
        preferences.replace(
                caller.id(),
                request.items().stream()
                        .map(item -> new Choice(item.kind(), item.channel(), item.enabled()))
                        .toList());
        return getPreferences(caller);
    }

    private static void requireEachOnce(List<ChoiceRequest> items) {
        record Pair(Kind kind, Channel channel) {}
        var seen = new HashSet<Pair>();
        for (var i = 0; i < items.size(); i++) {
            if (!seen.add(new Pair(items.get(i).kind(), items.get(i).channel()))) {
                throw GenericRefusal.invalid("/items/" + i, "This pair was named before.");
            }
        }
    }
}
