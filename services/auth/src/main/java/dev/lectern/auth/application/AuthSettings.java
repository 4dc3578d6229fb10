package dev.lectern.auth.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What differs between installations of auth.
///
/// @param encryptionKey 32 bytes in Base64 that protect keys and fingerprints in the database
/// @param consents the documents a newcomer accepts, each with its current version
/// @param mailFrom the sender of letters
@Validated
@ConfigurationProperties("lectern.auth")
public record AuthSettings(
        @NotBlank String encryptionKey,
        @NotEmpty Map<String, String> consents,
        @NotBlank String mailFrom) {}
