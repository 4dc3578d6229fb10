package dev.lectern.launcher.demo;

import dev.lectern.launcher.operator.StaffOffice;
import java.net.URI;

/// A platform as demo data needs it.
///
/// @param frontDoor where the API is
/// @param control the control port with the mail inbox
/// @param staff appoints what nobody can register as
/// @param authenticators of those who have to step up
public record DemoPlatform(
        URI frontDoor, URI control, StaffOffice staff, Authenticators authenticators) {}
