package dev.lectern.auth.web;

import dev.lectern.auth.application.SigningIn;
import dev.lectern.auth.domain.RawPassword;
import dev.lectern.common.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/// Lets Spring Security ask our use case. The name of what it admits is the account's id, never the
/// address, so that a changed address disturbs no session; roles are left to each token.
final class PasswordAuthentication implements AuthenticationProvider {

    private final SigningIn signingIn;

    PasswordAuthentication(SigningIn signingIn) {
        this.signingIn = signingIn;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var password = new RawPassword(String.valueOf(request.getCredentials()));
        return switch (signIn(request.getName(), password)) {
            case SigningIn.Outcome.Admitted(var account) ->
                    admitted(account.toString(), request.getDetails());
            case SigningIn.Outcome.Refused() -> throw new BadCredentialsException("refused");
            case SigningIn.Outcome.Unverified() -> throw new DisabledException("unverified");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private SigningIn.Outcome signIn(String email, RawPassword password) {
        try {
            return signingIn.signIn(email, password);
        } catch (Refusal e) {
            throw new AuthenticationServiceException(e.detail(), e);
        }
    }

    private static Authentication admitted(String account, @Nullable Object details) {
        var factors =
                List.of(
                        FactorGrantedAuthority.fromAuthority(
                                FactorGrantedAuthority.PASSWORD_AUTHORITY));
        var token =
                UsernamePasswordAuthenticationToken.authenticated(
                        new User(account, "", factors), null, factors);
        token.setDetails(details);
        return token;
    }
}
