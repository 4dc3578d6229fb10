package dev.lectern.media.integration;

import dev.lectern.common.objects.ObjectStoreSettings;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;
import dev.lectern.media.application.ObjectStore;
import dev.lectern.media.domain.DeclaredFile;
import dev.lectern.media.domain.StoredObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The object store in the language of S3. Where it does not answer, that is said as `UNAVAILABLE`.
@Component
class S3Objects implements ObjectStore {

    private static final Logger log = LoggerFactory.getLogger(S3Objects.class);
    private static final int SERVER_ERROR = 500;

    private final S3Client s3;
    private final S3Presigner signer;
    private final String bucket;

    S3Objects(S3Client s3, S3Presigner signer, ObjectStoreSettings settings) {
        this.s3 = s3;
        this.signer = signer;
        this.bucket = settings.bucket();
    }

    @Override
    public SignedRequest signPut(String key, DeclaredFile file, Duration valid) {
        return signed(
                signer.presignPutObject(signing ->
                        signing.signatureDuration(valid)
                                .putObjectRequest(put ->
                                        put.bucket(bucket)
                                                .key(key)
                                                .contentType(file.contentType())
                                                .contentLength(file.sizeBytes()))));
    }

    @Override
    public String beginParts(String key, DeclaredFile file) {
        return asked(() ->
                s3.createMultipartUpload(begin ->
                                begin.bucket(bucket).key(key).contentType(file.contentType()))
                        .uploadId());
    }

    @Override
    public SignedRequest signPart(
            String key, String token, int number, long sizeBytes, Duration valid) {
        return signed(
                signer.presignUploadPart(signing ->
                        signing.signatureDuration(valid)
                                .uploadPartRequest(part ->
                                        part.bucket(bucket)
                                                .key(key)
                                                .uploadId(token)
                                                .partNumber(number)
                                                .contentLength(sizeBytes))));
    }

    @Override
    public List<Part> parts(String key, String token) {
        try {
            return asked(() ->
                    s3
                            .listPartsPaginator(
                                    list -> list.bucket(bucket).key(key).uploadId(token))
                            .parts()
                            .stream()
                            .map(part -> new Part(part.partNumber(), part.eTag()))
                            .toList());
        } catch (NoSuchUploadException over) {
            return List.of();
        }
    }

    @Override
    public void joinParts(String key, String token, List<Part> parts) {
        var named =
                parts.stream()
                        .map(part ->
                                CompletedPart.builder()
                                        .partNumber(part.number())
                                        .eTag(part.etag())
                                        .build())
                        .toList();
        asked(() ->
                s3.completeMultipartUpload(join ->
                        join.bucket(bucket)
                                .key(key)
                                .uploadId(token)
                                .multipartUpload(all -> all.parts(named))));
    }

    @Override
    public void dropParts(String key, String token) {
        try {
            asked(() ->
                    s3.abortMultipartUpload(drop -> drop.bucket(bucket).key(key).uploadId(token)));
        } catch (NoSuchUploadException over) {
            // Joined or dropped before: nothing is left to forget.
        }
    }

    @Override
    public URI signGet(String key, Duration valid) {
        return signed(
                        signer.presignGetObject(signing ->
                                signing.signatureDuration(valid)
                                        .getObjectRequest(get -> get.bucket(bucket).key(key))))
                .url();
    }

    @Override
    public Optional<StoredObject> find(String key) {
        try {
            var head = asked(() -> s3.headObject(ask -> ask.bucket(bucket).key(key)));
            return Optional.of(new StoredObject(head.contentLength(), head.contentType()));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public String fetch(String key, Path into) {
        return asked(() -> s3.getObject(get -> get.bucket(bucket).key(key), into).eTag());
    }

    @Override
    public void copy(String from, String tag, String to) {
        asked(() ->
                s3.copyObject(copy ->
                        copy.sourceBucket(bucket)
                                .sourceKey(from)
                                .copySourceIfMatch(tag)
                                .destinationBucket(bucket)
                                .destinationKey(to)));
    }

    @Override
    public void remove(String key) {
        asked(() -> s3.deleteObject(delete -> delete.bucket(bucket).key(key)));
    }

    @Override
    public Optional<String> read(String key) {
        try {
            return Optional.of(
                    asked(() -> s3.getObjectAsBytes(get -> get.bucket(bucket).key(key)))
                            .asUtf8String());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String key, String text, String contentType) {
        asked(() ->
                s3.putObject(
                        put -> put.bucket(bucket).key(key).contentType(contentType),
                        RequestBody.fromString(text)));
    }

    @Override
    public void store(String key, Path file, String contentType) {
        asked(() ->
                s3.putObject(
                        put -> put.bucket(bucket).key(key).contentType(contentType),
                        RequestBody.fromFile(file)));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkClientException silent) {
            throw unavailable(silent);
        } catch (S3Exception answered) {
            if (answered.statusCode() >= SERVER_ERROR) {
                throw unavailable(answered);
            }
            throw answered;
        }
    }

    private static Refusal unavailable(SdkException why) {
        log.warn("The object store does not answer: {}", why.getMessage());
        return GenericRefusal.unavailable("The store of videos does not answer. Try again.");
    }

    private static SignedRequest signed(PresignedRequest request) {
        var headers = new TreeMap<String, String>();
        request.signedHeaders()
                .forEach((name, values) -> headers.put(name, String.join(",", values)));
        // Every client sends it by itself, and browsers let nobody else.
        headers.remove("host");
        return new SignedRequest(URI.create(request.url().toString()), Map.copyOf(headers));
    }
}
