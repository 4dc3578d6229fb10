package dev.lectern.gateway.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.lectern.gateway.edge.EdgeSettings;
import java.text.ParseException;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;

/// What makes a token ours: signed by auth, issued for this origin and this API, and not expired.
@Configuration(proxyBeanMethods = false)
class Tokens {

    @Bean
    ReactiveJwtDecoder accessTokenDecoder(
            SigningKeys keys, EdgeSettings edge, BffSettings settings) {
        return keys.decoder(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(),
                        new JwtIssuerValidator(edge.origin()),
                        new JwtAudienceValidator(settings.audience())));
    }

    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> idTokenDecoders(SigningKeys keys) {
        return client ->
                keys.decoder(
                        new DelegatingOAuth2TokenValidator<>(
                                new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
    }

    /// Reads an access token that auth itself handed to the gateway; it is not checked again.
    static JWTClaimsSet claimsOf(String accessToken) {
        try {
            return SignedJWT.parse(accessToken).getJWTClaimsSet();
        } catch (ParseException e) {
            throw new IllegalStateException("auth issued an access token that is no JWT", e);
        }
    }

    static List<String> rolesOf(String accessToken) {
        try {
            List<String> roles = claimsOf(accessToken).getStringListClaim("roles");
            return roles == null ? List.of() : roles;
        } catch (ParseException e) {
            throw new IllegalStateException("auth issued roles in an unknown form", e);
        }
    }
}
