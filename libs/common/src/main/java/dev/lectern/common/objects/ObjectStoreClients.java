package dev.lectern.common.objects;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The two halves of the store's client: one talks to it, one only signs. A service that keeps
/// objects imports this and brings the SDK; no other service has either.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectStoreSettings.class)
public class ObjectStoreClients {

    @Bean
    public S3Client s3(ObjectStoreSettings settings) {
        var client =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .serviceConfiguration(addressing(settings))
                        .overrideConfiguration(
                                calls -> calls.apiCallTimeout(settings.longestCall()))
                        .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (settings.endpoint() != null) {
            client.endpointOverride(settings.endpoint());
        }
        return client.build();
    }

    @Bean
    public S3Presigner s3Presigner(ObjectStoreSettings settings) {
        var signer =
                S3Presigner.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .serviceConfiguration(addressing(settings));
        if (settings.endpoint() != null) {
            signer.endpointOverride(settings.endpoint());
        }
        return signer.build();
    }

    /// A store of one machine has no host name for each bucket.
    private static S3Configuration addressing(ObjectStoreSettings settings) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(settings.endpoint() != null)
                .build();
    }

    private static AwsCredentialsProvider credentials(ObjectStoreSettings settings) {
        var key = settings.accessKey();
        var secret = settings.secretKey();
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
