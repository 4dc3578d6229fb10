package dev.lectern.gateway.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a browser stays signed in.
///
/// @param idle without a request
/// @param longest in any case; also how long the index of sessions is kept
@ConfigurationProperties("lectern.session")
public record SessionSettings(
        @DefaultValue("8h") Duration idle, @DefaultValue("24h") Duration longest) {}
