package dev.lectern.gateway.edge;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The other origins whose scripts may call the API, with bearer tokens and without cookies.
@ConfigurationProperties("lectern.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {}
