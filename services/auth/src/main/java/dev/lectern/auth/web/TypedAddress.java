package dev.lectern.auth.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// The address of a refused sign-in, kept for the one page that asks again.
final class TypedAddress {

    private static final String NAME = "lectern.typed-address";
    private static final int LONGEST = 254;

    private TypedAddress() {}

    static void keep(HttpServletRequest request) {
        var session = request.getSession(false);
        var typed = request.getParameter("username");
        if (session != null && typed != null && typed.length() <= LONGEST) {
            session.setAttribute(NAME, typed);
        }
    }

    static Optional<String> take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var typed = (String) session.getAttribute(NAME);
        session.removeAttribute(NAME);
        return Optional.ofNullable(typed);
    }
}
