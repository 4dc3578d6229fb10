package dev.lectern.user.profiles.domain;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What a person tells of themselves. The address is a copy: auth owns it, as the name of the
/// account.
@Entity
@Table(name = "profile")
public class Profile extends AbstractAggregateRoot<Profile> {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "user_id"))
    private UserId id;

    @Version private @Nullable Long version;

    @AttributeOverride(name = "value", column = @Column(name = "display_name"))
    private DisplayName displayName;

    private String email;

    @AttributeOverride(name = "value", column = @Column(name = "locale"))
    private Language language;

    @AttributeOverride(name = "value", column = @Column(name = "time_zone"))
    private HomeZone zone;

    private @Nullable UUID avatarAssetId;

    private Instant createdAt;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Profile() {}

    private Profile(
            UserId id,
            String email,
            DisplayName displayName,
            Language language,
            HomeZone zone,
            Instant now) {
        this.id = id;
        this.email = email;
        this.displayName = displayName;
        this.language = language;
        this.zone = zone;
        this.createdAt = now;
    }

    /// Makes the profile of somebody who has just registered.
    public static Profile ofNewcomer(
            UserId id,
            String email,
            DisplayName displayName,
            Language language,
            HomeZone zone,
            Instant now) {
        var profile = new Profile(id, email, displayName, language, zone, now);
        profile.registerEvent(new ProfileEvent.Created(profile));
        return profile;
    }

    /// Changes what is given and leaves the rest. What is already so is no change, and not told.
    public void change(
            @Nullable DisplayName newName,
            @Nullable Language newLanguage,
            @Nullable HomeZone newZone) {
        var name = Objects.requireNonNullElse(newName, displayName);
        var tag = Objects.requireNonNullElse(newLanguage, language);
        var home = Objects.requireNonNullElse(newZone, zone);
        if (name.equals(displayName) && tag.equals(language) && home.equals(zone)) {
            return;
        }
        displayName = name;
        language = tag;
        zone = home;
        registerEvent(new ProfileEvent.Updated(this));
    }

    /// Shows the person with another picture. The one they are shown with already is no change, and
    /// not told.
    ///
    /// @param asset a picture of their own, null for none
    public void showWith(@Nullable UUID asset) {
        if (!Objects.equals(asset, avatarAssetId)) {
            avatarAssetId = asset;
            registerEvent(new ProfileEvent.AvatarChanged(this));
        }
    }

    public UserId id() {
        return id;
    }

    /// The version an edit must have been made on.
    public long currentVersion() {
        return Objects.requireNonNull(version, "not saved yet");
    }

    public DisplayName displayName() {
        return displayName;
    }

    public Language language() {
        return language;
    }

    public HomeZone zone() {
        return zone;
    }

    public String email() {
        return email;
    }

    public Optional<UUID> avatarAssetId() {
        return Optional.ofNullable(avatarAssetId);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
