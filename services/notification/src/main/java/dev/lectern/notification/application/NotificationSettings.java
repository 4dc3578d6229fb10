package dev.lectern.notification.application;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What differs between installations.
///
/// @param mailFrom the sender of mails
/// @param publicOrigin where the links of mails lead
/// @param unsubscribeKey signs the links to unsubscribe; with another one the old links are dead
@Validated
@ConfigurationProperties("lectern.notification")
public record NotificationSettings(
        @NotBlank String mailFrom, URI publicOrigin, @NotBlank String unsubscribeKey) {}
