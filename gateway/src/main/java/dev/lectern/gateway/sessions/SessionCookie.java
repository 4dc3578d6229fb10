package dev.lectern.gateway.sessions;

import dev.lectern.gateway.edge.EdgeSettings;

/// The cookie that names a browser session. Under https its prefix makes browsers refuse one that a
/// sibling host tries to plant.
public final class SessionCookie {

    private SessionCookie() {}

    public static String name(EdgeSettings edge) {
        return edge.secure() ? "__Host-lectern" : "lectern";
    }
}
