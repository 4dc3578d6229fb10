package dev.lectern.gateway.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How patient the gateway is with services.
///
/// @param responseTimeout until the headers of an answer; streams are exempt
/// @param concurrency calls of one service waiting for their answer at the same time
/// @param rest how long a service that does not answer is left alone
@ConfigurationProperties("lectern.routing")
record RoutingSettings(
        @DefaultValue("2s") Duration responseTimeout,
        @DefaultValue("200") int concurrency,
        @DefaultValue("5s") Duration rest) {}
