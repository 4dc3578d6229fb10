package dev.lectern.analytics.integration;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param endpoint of a store that is not the cloud's own
/// @param accessKey with its secret where the machine itself has no right to the bucket
@Validated
@ConfigurationProperties("lectern.objects")
record ObjectStoreSettings(
        @Nullable URI endpoint,
        @NotBlank String region,
        @NotBlank String bucket,
        @Nullable String accessKey,
        @Nullable String secretKey) {}
