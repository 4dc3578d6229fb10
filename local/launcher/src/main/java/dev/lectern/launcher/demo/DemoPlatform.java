package dev.lectern.launcher.demo;

import java.net.URI;

/// A platform as demo data needs it.
///
/// @param frontDoor where the API is
/// @param control the control port: the mail inbox with its confirmation links, and later more
/// @param staff appoints what nobody can register as
public record DemoPlatform(URI frontDoor, URI control, Staff staff) {

    /// Appoints administrators, moderators and support.
    @FunctionalInterface
    public interface Staff {
        void appoint(String role, String email, String password);
    }
}
