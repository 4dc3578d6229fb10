package dev.lectern.gateway.services;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where services listen, if not on their own port of this machine, and the pages some of them
/// serve outside of the API.
///
/// @param services by name, a base address
/// @param pages by name of the service, path patterns
@ConfigurationProperties("lectern")
public record ServiceSettings(
        @DefaultValue Map<String, Address> services,
        @DefaultValue Map<String, List<String>> pages) {

    /// Base address of one service.
    public record Address(URI url) {}
}
