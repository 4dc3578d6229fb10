package dev.lectern.analytics.integration;

import dev.lectern.analytics.application.LakeStore;
import dev.lectern.common.objects.ObjectStoreSettings;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// The lake in the language of S3.
@Component
class S3LakeStore implements LakeStore {

    private static final String FORM = "application/gzip";

    private final S3Client s3;
    private final String bucket;
    private final String root;

    S3LakeStore(
            S3Client s3,
            ObjectStoreSettings settings,
            @Value("${lectern.analytics.lake-root}") String root) {
        this.s3 = s3;
        this.bucket = settings.bucket();
        this.root = root + "/";
    }

    @Override
    public void put(String key, byte[] content) {
        s3.putObject(
                put -> put.bucket(bucket).key(root + key).contentType(FORM),
                RequestBody.fromBytes(content));
    }

    @Override
    public Optional<byte[]> find(String key) {
        try {
            var content = s3.getObjectAsBytes(get -> get.bucket(bucket).key(root + key));
            return Optional.of(content.asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public Stream<String> keys() {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(root))
                .contents()
                .stream()
                .map(object -> object.key().substring(root.length()));
    }
}
