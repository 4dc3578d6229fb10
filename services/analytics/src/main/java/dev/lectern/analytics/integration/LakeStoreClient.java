package dev.lectern.analytics.integration;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The client of the object store.
@Configuration(proxyBeanMethods = false)
class LakeStoreClient {

    // One try is one object: far below the time after which a task counts as dead.
    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    @Bean
    S3Client s3(ObjectStoreSettings settings) {
        var client =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .overrideConfiguration(calls -> calls.apiCallTimeout(LONGEST_CALL))
                        // A store of one machine has no host name for each bucket.
                        .forcePathStyle(settings.endpoint() != null)
                        .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return client.build();
    }

    private static AwsCredentialsProvider credentials(ObjectStoreSettings settings) {
        var key = settings.accessKey();
        var secret = settings.secretKey();
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
