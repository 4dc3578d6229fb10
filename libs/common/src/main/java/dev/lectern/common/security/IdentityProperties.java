package dev.lectern.common.security;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where tokens come from. `publicOrigin` is the issuer in every mode; `jwksUri` and `tokenUri` are
/// where this process reaches auth itself, so that start order is free.
@ConfigurationProperties("lectern.identity")
public record IdentityProperties(URI publicOrigin, URI jwksUri, URI tokenUri) {}
