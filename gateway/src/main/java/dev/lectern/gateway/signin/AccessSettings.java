package dev.lectern.gateway.signin;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which paths ask for less than a valid token.
///
/// @param passThrough judged by their service alone, because they carry their own proof
/// @param open resources anybody may read
@ConfigurationProperties("lectern.access")
record AccessSettings(@DefaultValue List<String> passThrough, @DefaultValue List<String> open) {}
