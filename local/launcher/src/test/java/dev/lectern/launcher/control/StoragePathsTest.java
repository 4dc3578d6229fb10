package dev.lectern.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.embedded.Broker;
import dev.lectern.launcher.Failure;
import dev.lectern.launcher.storage.ObjectNotices;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoragePathsTest {

    private static final String PATH = "/storage/object-created";

    @TempDir Path bucket;

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void tellMediaAsOftenAsWished() {
        try (var notices = new ObjectNotices(bucket, heard::add);
                var control = control(Optional.of(notices))) {
            var client = new Client(control.port());

            assertThat(client.post(PATH, "{\"key\": \"uploads/one\", \"times\": 3}").status())
                    .isEqualTo(204);
            assertThat(heard).containsOnly("uploads/one").hasSize(3);
            assertThat(client.post(PATH, "{}").code()).isEqualTo("INVALID");
            assertThat(client.post(PATH, "{\"key\": \"a\", \"times\": 0}").code())
                    .isEqualTo("INVALID");
        }
    }

    @Test
    void saySoWhereMediaDoesNotHear() {
        try (var notices = new ObjectNotices(bucket, StoragePathsTest::refuse);
                var control = control(Optional.of(notices))) {
            var answer = new Client(control.port()).post(PATH, "{\"key\": \"a\"}");

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.text("detail")).isEqualTo("media does not answer");
        }
    }

    @Test
    void leadNowhereWithoutMedia() {
        try (var control = control(Optional.empty())) {
            assertThat(new Client(control.port()).post(PATH, "{\"key\": \"a\"}").code())
                    .isEqualTo("NOT_STARTED");
        }
    }

    private static void refuse(String key) {
        throw new Failure("media does not answer");
    }

    private static ControlServer control(Optional<ObjectNotices> notices) {
        return ControlServer.start(
                0,
                exchange -> exchange.close(),
                new NoServices(),
                Broker.external("broker.test", 5672, "ada", "secret", "/"),
                Optional.empty(),
                notices,
                email -> Optional.empty());
    }
}
