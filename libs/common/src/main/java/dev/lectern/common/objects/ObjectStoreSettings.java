package dev.lectern.common.objects;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param endpoint of a store that is not the cloud's own
/// @param accessKey with its secret where the machine itself has no right to the bucket
/// @param longestCall after which a call has failed, its repetitions included; unlimited unless
///   said, because videos take as long as they take
@Validated
@ConfigurationProperties("lectern.objects")
public record ObjectStoreSettings(
        @Nullable URI endpoint,
        @NotBlank String region,
        @NotBlank String bucket,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @Nullable Duration longestCall) {}
