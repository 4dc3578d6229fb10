package dev.lectern.common.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Knows a step-up token when it sees one. It is signed with the same keys as an access token, so a
/// type and an audience of its own keep the two apart: each is refused where the other belongs.
public final class StepUpTokens {

    /// What the header of such a token says it is.
    public static final String TYPE = "step-up+jwt";

    public static final String AUDIENCE = "lectern-step-up";

    /// How long one is good.
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final JwtDecoder decoder;

    private StepUpTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    /// Trusts what one of these keys has signed for this issuer.
    public static StepUpTokens signedBy(JWKSource<SecurityContext> keys, String issuer) {
        var decoder =
                NimbusJwtDecoder.withJwkSource(keys)
                        .jwtProcessorCustomizer(processor ->
                                processor.setJWSTypeVerifier(
                                        new DefaultJOSEObjectTypeVerifier<>(
                                                new JOSEObjectType(TYPE))))
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtTimestampValidator(CLOCKS_APART),
                        new JwtIssuerValidator(issuer),
                        new JwtClaimValidator<List<String>>(
                                "aud", audience -> List.of(AUDIENCE).equals(audience)),
                        new JwtClaimValidator<>("exp", expiry -> expiry != null)));
        return new StepUpTokens(decoder);
    }

    /// Whether this person has proven again who they are. Keys that cannot be had prove nothing.
    public boolean isFresh(String token, UUID person) {
        Jwt proof;
        try {
            proof = decoder.decode(token);
        } catch (JwtException e) {
            return false;
        }
        return person.toString().equals(proof.getSubject());
    }
}
