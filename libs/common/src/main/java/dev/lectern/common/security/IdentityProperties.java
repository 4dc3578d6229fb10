package dev.lectern.common.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where tokens come from. `publicOrigin` is the issuer in every mode; `jwksUri` and `tokenUri` are
/// where this process reaches auth itself, so that start order is free. `clientSecret` is this
/// service's own, needed by those that call others and without a default.
@ConfigurationProperties("lectern.identity")
public record IdentityProperties(
        URI publicOrigin, URI jwksUri, URI tokenUri, @DefaultValue("") String clientSecret) {}
