package dev.lectern.analytics.integration;

import dev.lectern.analytics.application.LakeStore;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The lake in the language of S3.
@Component
class S3LakeStore implements LakeStore {

    private static final String LAKE = "lake/";
    private static final String FORM = "application/gzip";

    private final S3Client s3;
    private final String bucket;

    S3LakeStore(S3Client s3, ObjectStoreSettings settings) {
        this.s3 = s3;
        this.bucket = settings.bucket();
    }

    @Override
    public void put(String key, byte[] content) {
        s3.putObject(
                put -> put.bucket(bucket).key(key).contentType(FORM),
                RequestBody.fromBytes(content));
    }

    @Override
    public byte[] get(String key) {
        return s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray();
    }

    @Override
    public Stream<String> keys() {
        return s3
                .listObjectsV2Paginator(list -> list.bucket(bucket).prefix(LAKE))
                .contents()
                .stream()
                .map(S3Object::key);
    }
}
