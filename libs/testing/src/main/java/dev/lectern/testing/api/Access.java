package dev.lectern.testing.api;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/// Whom the service's own security lets through to an operation, asked of it and not read off the
/// path.
///
/// @param open without any token
/// @param roles one of which is needed, empty where any person's token will do
record Access(boolean open, List<String> roles) {

    private static final List<String> ROLES =
            List.of("learner", "instructor", "moderator", "support", "admin", "service");
    private static final String A_PERSON = "learner";

    static Access to(WebInvocationPrivilegeEvaluator security, Shape shape) {
        var uri = shape.path().replaceAll("\\{[^}]*}", "x");
        var method = shape.method();
        if (!shape.needsCaller() && security.isAllowed("", uri, method, nobody())) {
            return new Access(true, List.of());
        }
        var admitted =
                ROLES.stream()
                        .filter(role -> security.isAllowed("", uri, method, somebody(role)))
                        .toList();
        return new Access(false, admitted.contains(A_PERSON) ? List.of() : admitted);
    }

    /// Narrowed by what the comment says of roles: ``403 `FORBIDDEN` without the role `admin` ``.
    Access stated(List<Refusals.Stated> refusals) {
        var named =
                refusals.stream()
                        .filter(refusal -> refusal.codes().contains("FORBIDDEN"))
                        .flatMap(refusal -> rolesIn(refusal.when()))
                        .collect(Collectors.toUnmodifiableSet());
        return named.isEmpty()
                ? this
                : new Access(open, ROLES.stream().filter(named::contains).toList());
    }

    private static Stream<String> rolesIn(String text) {
        return ROLES.stream().filter(role -> text.contains("`" + role + "`"));
    }

    private static Authentication nobody() {
        return new AnonymousAuthenticationToken(
                "documents", "nobody", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
    }

    private static Authentication somebody(String role) {
        return new TestingAuthenticationToken("somebody", "", "ROLE_" + role);
    }
}
