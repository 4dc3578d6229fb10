package dev.lectern.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.objects.ObjectStoreClients;
import dev.lectern.common.objects.ObjectStoreSettings;
import dev.lectern.common.problem.Refusal;
import dev.lectern.media.application.ObjectStore.Part;
import dev.lectern.media.application.ObjectStore.SignedRequest;
import dev.lectern.media.domain.DeclaredFile;
import dev.lectern.media.domain.StoredObject;
import dev.lectern.testing.Infrastructure;
import dev.lectern.testing.WithInfrastructure;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// The signatures of the store as its clients meet them: what is signed can be done, nothing else.
@WithInfrastructure(dev.lectern.testing.Part.OBJECTS)
class S3ObjectsTest {

    private static final Duration VALID = Duration.ofMinutes(15);
    private static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);
    private static final int PART_BYTES = 5 << 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String key = "videos/" + UUID.randomUUID() + "/source";
    private final DeclaredFile file =
            new DeclaredFile("a.mp4", "video/mp4", BYTES.length, "ab".repeat(32));
    private final S3Objects objects = connect();

    @BeforeAll
    static void makeABucket() {
        Infrastructure.objects().ensureBucket("media-test");
    }

    @Test
    void takesTheDeclaredBytes() throws Exception {
        var signed = objects.signPut(key, file, VALID);

        assertThat(put(signed, "video/mp4", BYTES)).isEqualTo(200);

        assertThat(objects.find(key)).contains(new StoredObject(BYTES.length, "video/mp4"));
        assertThat(get(objects.signGet(key, VALID)).body()).isEqualTo(BYTES);
    }

    @Test
    void refusesAnotherTypeAndAnotherSize() throws Exception {
        var signed = objects.signPut(key, file, VALID);

        assertThat(put(signed, "text/html", BYTES)).isEqualTo(403);
        assertThat(put(signed, "video/mp4", new byte[BYTES.length + 1])).isEqualTo(403);
        assertThat(put(signed, "video/mp4", new byte[0])).isEqualTo(403);
        assertThat(objects.find(key)).isEmpty();
    }

    @Test
    void refusesAnAddressThatWasAlteredOrIsForAnotherMethod() throws Exception {
        var signed = objects.signPut(key, file, VALID);
        var elsewhere = signed.url().toString().replace("/source?", "/other?");

        assertThat(
                        put(
                                new SignedRequest(URI.create(elsewhere), signed.headers()),
                                "video/mp4",
                                BYTES))
                .isEqualTo(403);
        assertThat(get(signed.url()).statusCode()).isEqualTo(403);
    }

    @Test
    void showsNothingToWhoHasNoSignature() throws Exception {
        put(objects.signPut(key, file, VALID), "video/mp4", BYTES);
        var bare = objects.signGet(key, VALID).toString().split("\\?")[0];

        assertThat(get(URI.create(bare)).statusCode()).isEqualTo(403);
    }

    @Test
    void refusesAnAddressWhoseTimeIsOver() throws Exception {
        var signed = objects.signPut(key, file, Duration.ofSeconds(1));
        var expired = new AtomicInteger();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> {
                    expired.set(put(signed, "video/mp4", BYTES));
                    return expired.get() != 200;
                });

        assertThat(expired).hasValue(403);
    }

    @Test
    void joinsWhatWasSentInParts(@TempDir Path directory) throws Exception {
        var token = objects.beginParts(key, file);
        put(objects.signPart(key, token, 1, PART_BYTES, VALID), null, new byte[PART_BYTES]);
        put(objects.signPart(key, token, 2, 3, VALID), null, new byte[3]);

        var parts = objects.parts(key, token);
        objects.joinParts(key, token, parts);

        assertThat(parts).extracting(Part::number).containsExactly(1, 2);
        assertThat(objects.find(key)).contains(new StoredObject(PART_BYTES + 3, "video/mp4"));
        assertThat(objects.parts(key, token)).isEmpty();
        objects.fetch(key, directory.resolve("copy"));
        assertThat(directory.resolve("copy")).hasSize(PART_BYTES + 3);
    }

    @Test
    void refusesAPartOfAnotherSize() throws Exception {
        var token = objects.beginParts(key, file);
        var signed = objects.signPart(key, token, 1, 3, VALID);

        assertThat(put(signed, null, new byte[4])).isEqualTo(403);
    }

    @Test
    void forgetsWhatIsNotWantedAnyMore() throws Exception {
        var token = objects.beginParts(key, file);
        put(objects.signPart(key, token, 1, 3, VALID), null, new byte[3]);

        objects.dropParts(key, token);
        objects.dropParts(key, token);

        assertThat(objects.parts(key, token)).isEqualTo(List.of());
        assertThat(objects.find(key)).isEmpty();
    }

    @Test
    void copiesOnlyWhatIsStillTheSame(@TempDir Path directory) throws Exception {
        var signed = objects.signPut(key, file, VALID);
        put(signed, "video/mp4", BYTES);
        var tag = objects.fetch(key, directory.resolve("checked"));
        objects.copy(key, tag, key + "-checked");

        put(signed, "video/mp4", "other data".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> objects.copy(key, tag, key + "-checked"))
                .isInstanceOf(S3Exception.class);
        assertThat(get(objects.signGet(key + "-checked", VALID)).body()).isEqualTo(BYTES);
        objects.remove(key);
        objects.remove(key);
        assertThat(objects.find(key)).isEmpty();
        assertThat(objects.find(key + "-checked"))
                .contains(new StoredObject(BYTES.length, "video/mp4"));
    }

    @Test
    void keepsWhatTheServiceMade(@TempDir Path directory) throws Exception {
        var made = Files.writeString(directory.resolve("master.m3u8"), "#EXTM3U");

        objects.store(key, made, "application/vnd.apple.mpegurl");

        assertThat(objects.find(key))
                .contains(new StoredObject(7, "application/vnd.apple.mpegurl"));
    }

    private int put(SignedRequest signed, @Nullable String type, byte[] bytes) throws Exception {
        var request = HttpRequest.newBuilder(signed.url()).PUT(BodyPublishers.ofByteArray(bytes));
        if (type != null) {
            request.header("Content-Type", type);
        }
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private HttpResponse<byte[]> get(URI url) throws Exception {
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void saysSoWhenTheStoreIsAway() throws IOException {
        URI nobody;
        try (var free = new ServerSocket(0)) {
            nobody = URI.create("http://localhost:" + free.getLocalPort());
        }
        var away = connect(nobody);

        assertThatThrownBy(() -> away.find(key))
                .isInstanceOf(Refusal.class)
                .hasFieldOrPropertyWithValue("code", "UNAVAILABLE");
        assertThatThrownBy(() -> away.write(key, "text", "text/plain"))
                .hasFieldOrPropertyWithValue("code", "UNAVAILABLE");
    }

    private static S3Objects connect() {
        return connect(Infrastructure.objects().endpoint());
    }

    private static S3Objects connect(URI endpoint) {
        var store = Infrastructure.objects();
        var settings =
                new ObjectStoreSettings(
                        endpoint,
                        "eu-central-1",
                        "media-test",
                        store.accessKey(),
                        store.secretKey(),
                        null);
        var clients = new ObjectStoreClients();
        return new S3Objects(clients.s3(settings), clients.s3Presigner(settings), settings);
    }
}
