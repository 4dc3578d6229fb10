package dev.lectern.gateway.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The gateway as auth's confidential client, and what it demands of tokens.
///
/// @param clientId of the gateway at auth
/// @param secret of that client; comes from the environment and has no default
/// @param scopes asked for at sign-in
/// @param audience that every access token must name
/// @param patience for one call of auth
/// @param keysOutlive how long known signing keys are good while auth cannot be asked for them
@ConfigurationProperties("lectern.bff")
record BffSettings(
        @DefaultValue("bff") String clientId,
        String secret,
        @DefaultValue("openid") List<String> scopes,
        @DefaultValue("lectern-api") String audience,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("30m") Duration keysOutlive) {

    @SuppressWarnings("ConstantValue") // the binder passes null for what is not set
    BffSettings {
        if (secret == null || secret.isBlank()) {
            throw new IllegalArgumentException(
                    "lectern.bff.secret is not set: give the client secret of the gateway in"
                            + " LECTERN_BFF_SECRET");
        }
    }

    /// Without the secret: settings end up in logs.
    @Override
    public String toString() {
        return "BffSettings[" + clientId + "]";
    }
}
