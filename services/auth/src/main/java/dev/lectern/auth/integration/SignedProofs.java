package dev.lectern.auth.integration;

import dev.lectern.auth.application.StepUpProofs;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.common.security.IdentityProperties;
import dev.lectern.common.security.StepUpTokens;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/// Signs proofs of having stepped up with the keys of access tokens, as another type of token.
@Component
class SignedProofs implements StepUpProofs {

    private final JwtEncoder encoder;
    private final IdentityProperties identity;
    private final Clock wallClock;

    SignedProofs(
            JwtEncoder encoder,
            IdentityProperties identity,
            @Qualifier("wallClock") Clock wallClock) {
        this.encoder = encoder;
        this.identity = identity;
        this.wallClock = wallClock;
    }

    @Override
    public Proof of(AccountId account) {
        var now = wallClock.instant().truncatedTo(ChronoUnit.SECONDS);
        var expiresAt = now.plus(StepUpTokens.LIFETIME);
        var claims =
                JwtClaimsSet.builder()
                        .issuer(identity.publicOrigin().toString())
                        .subject(account.toString())
                        .audience(List.of(StepUpTokens.AUDIENCE))
                        .issuedAt(now)
                        .expiresAt(expiresAt)
                        .build();
        var header = JwsHeader.with(SignatureAlgorithm.RS256).type(StepUpTokens.TYPE).build();
        var token = encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
        return new Proof(token, expiresAt);
    }
}
