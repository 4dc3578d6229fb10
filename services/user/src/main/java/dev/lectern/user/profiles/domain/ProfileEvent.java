package dev.lectern.user.profiles.domain;

/// What can happen to a profile.
public sealed interface ProfileEvent {

    /// Somebody is new here.
    record Created(Profile profile) implements ProfileEvent {}

    /// Something others may show is different now.
    record Updated(Profile profile) implements ProfileEvent {}

    /// The person is shown with another picture, or with none.
    record AvatarChanged(Profile profile) implements ProfileEvent {}
}
