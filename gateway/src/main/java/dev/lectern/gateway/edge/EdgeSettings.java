package dev.lectern.gateway.edge;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the platform is seen from outside, and which proxies in front may speak for a client.
///
/// @param publicOrigin scheme, host and port that browsers use; also the issuer of every token
/// @param trustedProxies address ranges (CIDR) whose `X-Forwarded-For` is believed
@ConfigurationProperties("lectern")
public record EdgeSettings(
        @DefaultValue("http://localhost:3000") URI publicOrigin,
        @DefaultValue List<String> trustedProxies) {

    public EdgeSettings {
        boolean onlyAnOrigin =
                publicOrigin.getHost() != null
                        && List.of("http", "https").contains(publicOrigin.getScheme())
                        && publicOrigin.getRawPath().isEmpty();
        if (!onlyAnOrigin) {
            throw new IllegalArgumentException(
                    "lectern.public-origin must be scheme://host[:port], not " + publicOrigin);
        }
    }

    public String origin() {
        return publicOrigin.toString();
    }

    public boolean secure() {
        return "https".equals(publicOrigin.getScheme());
    }

    /// Host and port as they stand in a `Host` header.
    public String authority() {
        return publicOrigin.getAuthority();
    }

    public int port() {
        if (publicOrigin.getPort() >= 0) {
            return publicOrigin.getPort();
        }
        return secure() ? 443 : 80;
    }
}
