package dev.lectern.media.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTest {

    private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");
    private static final String HASH = "ab".repeat(32);
    private static final StoredObject AS_DECLARED = new StoredObject(1_000, "image/png");

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "video/mp4", "IMAGE/PNG", "image/png;a"})
    void isOfATypeThatIsTaken(String type) {
        refuses("TYPE_NOT_ALLOWED", new DeclaredFile("a", type, 1, HASH));
    }

    @Test
    void isNotTooLarge() {
        refuses("TOO_LARGE", new DeclaredFile("a", "image/png", (25L << 20) + 1, HASH));
        assertThat(announced(new DeclaredFile("a", "image/png", 25L << 20, HASH)).status())
                .isEqualTo(AssetStatus.UPLOADING);
    }

    @ParameterizedTest
    @CsvSource({"999, image/png, SIZE_MISMATCH", "1000, text/html, TYPE_MISMATCH"})
    void failsWhenTheStoreHoldsSomethingElse(long size, String type, AssetFailure reason) {
        var asset = announced();

        asset.arrive(new StoredObject(size, type));

        assertThat(asset.failure()).contains(reason);
    }

    @Test
    void isCheckedAndThenShown() {
        var asset = announced();

        asset.arrive(AS_DECLARED);
        assertThat(asset.isToBeChecked()).isTrue();
        asset.ready(new Picture(640, 360));
        asset.ready(new Picture(640, 360));

        assertThat(asset.status()).isEqualTo(AssetStatus.READY);
        assertThat(asset.isOver()).isTrue();
    }

    @Test
    void neverGoesBack() {
        var ready = announced();
        assertThatThrownBy(() -> ready.ready(null)).isInstanceOf(IllegalStateException.class);
        ready.arrive(AS_DECLARED);
        ready.ready(null);

        ready.arrive(new StoredObject(7, "text/html"));
        assertThat(ready.status()).isEqualTo(AssetStatus.READY);
        assertThatThrownBy(() -> ready.fail(AssetFailure.HASH_MISMATCH))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isNoLongerWaitedForAfterAnHour() {
        var asset = announced();

        asset.expire(NOW.plus(Duration.ofHours(1)).minusNanos(1));
        assertThat(asset.isUploading()).isTrue();
        asset.expire(NOW.plus(Duration.ofHours(1)));

        assertThat(asset.failure()).contains(AssetFailure.UPLOAD_EXPIRED);
    }

    @Test
    void isNoPictureLargerThanAnyScreen() {
        assertThat(new Picture(8_000, 8_000).isTooLarge()).isFalse();
        assertThat(new Picture(8_001, 1).isTooLarge()).isTrue();
        assertThat(new Picture(1, 8_001).isTooLarge()).isTrue();
    }

    private static Asset announced() {
        return announced(new DeclaredFile("cover.png", "image/png", 1_000, HASH));
    }

    private static Asset announced(DeclaredFile file) {
        return Asset.announce(UUID.randomUUID(), UUID.randomUUID(), file, NOW);
    }

    private static void refuses(String code, DeclaredFile file) {
        assertThatThrownBy(() -> announced(file))
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .returns(code, Refusal::code);
    }
}
