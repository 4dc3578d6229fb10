package dev.lectern.launcher.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Appoints the platform's staff.
public record StaffOffice(Operator operator) {

    /// Creates an account or promotes the one there is.
    ///
    /// @param name of a new account
    /// @return the password that was made for a new account that came without one
    public Optional<String> appoint(
            String role, String email, Optional<String> password, Optional<String> name) {
        Map<String, String> body = new LinkedHashMap<>(Map.of("role", role, "email", email));
        password.ifPresent(given -> body.put("password", given));
        name.ifPresent(given -> body.put("displayName", given));
        var answer = operator.post("auth", "/internal/staff", body);
        return Optional.ofNullable(answer.path("generatedPassword").asString(null));
    }
}
