package dev.lectern.auth.integration;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the confidential clients prove themselves with.
///
/// @param serviceSecrets by name, one for each service that calls another
@Validated
@ConfigurationProperties("lectern.clients")
record ClientSecrets(
        @NotBlank String bffSecret,
        @NotBlank String operatorSecret,
        @DefaultValue Map<String, String> serviceSecrets) {}
