package dev.lectern.auth.application;

/// The profiles kept by user.
public interface Profiles {

    /// Creates the profile, or finds that it exists.
    void create(CreatingProfiles.Order order);
}
