package dev.lectern.common.event;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a service says about its own events.
///
/// @param counters the type that is counted, by the name of its counter: `registrations` becomes
///   `lectern_registrations_total`
@ConfigurationProperties("lectern")
record EventProperties(@DefaultValue Map<String, String> counters) {}
