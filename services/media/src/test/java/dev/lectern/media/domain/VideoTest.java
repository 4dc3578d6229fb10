package dev.lectern.media.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.util.ReflectionTestUtils;

class VideoTest {

    private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");
    private static final String HASH = "ab".repeat(32);
    private static final StoredObject AS_DECLARED = new StoredObject(1_000, "video/mp4");

    @Nested
    class ADeclaredFile {

        @ParameterizedTest
        @ValueSource(
                strings = {"", "a/b.mp4", "..", "../b.mp4", "C:\\b.mp4", "a\u0000.mp4", "a\n.mp4"})
        void hasABareName(String name) {
            refuses("INVALID_VALUE", () -> new DeclaredFile(name, "video/mp4", 1, HASH));
        }

        @Test
        void hasBytesButNotTooMany() {
            refuses("INVALID_VALUE", () -> new DeclaredFile("a.mp4", "video/mp4", 0, HASH));
            refuses("TOO_LARGE", () -> ofSize((5L << 30) + 1).requireVideo());
            ofSize(5L << 30).requireVideo();
        }

        @ParameterizedTest
        @ValueSource(strings = {"text/html", "video/x-flv", "VIDEO/MP4", "video/mp4; a=b"})
        void isOfATypeThatIsTaken(String type) {
            refuses(
                    "TYPE_NOT_ALLOWED",
                    () -> new DeclaredFile("a.mp4", type, 1, HASH).requireVideo());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "abc", "AB"})
        void isNamedByItsHash(String hash) {
            refuses("INVALID_VALUE", () -> new DeclaredFile("a.mp4", "video/mp4", 1, hash));
        }

        @Test
        void isSentInPartsWhenItIsLarge() {
            assertThat(ofSize(16L << 20).isLarge()).isFalse();
            assertThat(ofSize((16L << 20) + 1).isLarge()).isTrue();
        }

        @Test
        void hasPartsThatMakeTheWholeTogether() {
            var file = ofSize((32L << 20) + 5);

            assertThat(file.partNumbers()).containsExactly(1, 2, 3);
            assertThat(file.partNumbers().stream().map(file::sizeOfPart))
                    .containsExactly(16L << 20, 16L << 20, 5L);
            assertThat(ofSize(32L << 20).partNumbers()).hasSize(2);
        }

        private static DeclaredFile ofSize(long bytes) {
            return new DeclaredFile("a.mp4", "video/mp4", bytes, HASH);
        }
    }

    @Nested
    class Arriving {

        @Test
        void isToldOnce() {
            var video = announced();

            video.arrive(AS_DECLARED);
            video.arrive(AS_DECLARED);

            assertThat(video.status()).isEqualTo(VideoStatus.UPLOADED);
            assertEvents(video).isEqualTo(List.of(new VideoEvent.Uploaded(video)));
        }

        @ParameterizedTest
        @CsvSource({
            "999, video/mp4, SIZE_MISMATCH",
            "0, video/mp4, SIZE_MISMATCH",
            "1000, text/html, TYPE_MISMATCH"
        })
        void failsWhenTheStoreHoldsSomethingElse(long size, String type, VideoFailure reason) {
            var video = announced();

            video.arrive(new StoredObject(size, type));

            assertThat(video.status()).isEqualTo(VideoStatus.FAILED);
            assertThat(video.failure()).contains(reason);
            assertEvents(video).isEqualTo(List.of(new VideoEvent.Failed(video)));
        }

        @Test
        void changesNothingOnceProcessingHasBegun() {
            var video = processing();

            video.arrive(new StoredObject(7, "text/html"));

            assertThat(video.status()).isEqualTo(VideoStatus.PROCESSING);
        }

        @Test
        void isNoLongerWaitedForAfterADay() {
            var video = announced();

            video.expire(NOW.plus(Duration.ofHours(24)).minusNanos(1));
            assertThat(video.status()).isEqualTo(VideoStatus.UPLOADING);
            video.expire(NOW.plus(Duration.ofHours(24)));

            assertThat(video.failure()).contains(VideoFailure.UPLOAD_EXPIRED);
        }

        @Test
        void leavesAFinishedUploadAloneWhenItsTimeIsOver() {
            var video = processing();

            video.expire(NOW.plus(Duration.ofDays(2)));

            assertThat(video.status()).isEqualTo(VideoStatus.PROCESSING);
        }
    }

    @Nested
    class Processing {

        @Test
        void endsInAVideoThatPlays() {
            var video = processing();

            video.ready(61, true);
            video.ready(61, true);

            assertThat(video.status()).isEqualTo(VideoStatus.READY);
            assertThat(video.durationSeconds()).isEqualTo(61);
            assertThat(video.isRendered()).isTrue();
            assertEvents(video)
                    .isEqualTo(
                            List.of(new VideoEvent.Uploaded(video), new VideoEvent.Ready(video)));
        }

        @Test
        void endsInAReason() {
            var video = processing();

            video.fail(VideoFailure.NOT_A_VIDEO);
            video.fail(VideoFailure.PROCESSING_FAILED);

            assertThat(video.status()).isEqualTo(VideoStatus.FAILED);
            assertThat(video.failure()).contains(VideoFailure.NOT_A_VIDEO);
        }

        @Test
        void beginsAgainAfterItWasCutOff() {
            var video = processing();

            video.process();

            assertThat(video.isToBeProcessed()).isTrue();
        }

        @Test
        void isTriedSixTimesEvenWhenNobodySurvivesATry() {
            var video = processing();
            for (var again = 0; again < 5; again++) {
                video.process();
                assertThat(video.status()).isEqualTo(VideoStatus.PROCESSING);
            }

            video.process();

            assertThat(video.failure()).contains(VideoFailure.PROCESSING_FAILED);
            assertThat(video.isToBeProcessed()).isFalse();
        }

        @Test
        void endsWithTheLastTryThatFails() {
            var video = processing();
            for (var again = 0; again < 5; again++) {
                video.tryFailed();
                video.process();
            }
            assertThat(video.status()).isEqualTo(VideoStatus.PROCESSING);

            video.tryFailed();

            assertThat(video.failure()).contains(VideoFailure.PROCESSING_FAILED);
        }

        @Test
        void doesNotCountATryThatSaysNothingAboutTheFile() {
            var video = processing();

            for (var again = 0; again < 50; again++) {
                video.postpone();
                video.process();
            }

            assertThat(video.status()).isEqualTo(VideoStatus.PROCESSING);
        }

        @Test
        void neverGoesBack() {
            var ready = processing();
            ready.ready(61, true);

            assertThatThrownBy(ready::process).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> ready.fail(VideoFailure.NOT_A_VIDEO))
                    .isInstanceOf(IllegalStateException.class);
            refuses("UPLOAD_FINISHED", ready::requireUploading);
            assertThat(ready.isToBeProcessed()).isFalse();
        }

        @Test
        void needsBytes() {
            var video = announced();

            assertThatThrownBy(video::process).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> video.ready(61, true))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void keepsItsFileUnderANameNobodyTyped() {
        var video = announced();

        assertThat(video.sourceKey()).isEqualTo("uploads/" + video.id().value());
    }

    private static Video announced() {
        return Video.announce(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Sampling",
                new DeclaredFile("a.mp4", "video/mp4", 1_000, HASH),
                NOW);
    }

    private static Video processing() {
        var video = announced();
        video.arrive(AS_DECLARED);
        video.process();
        return video;
    }

    private static ObjectAssert<List<Object>> assertEvents(Video video) {
        Collection<?> events =
                Objects.requireNonNull(ReflectionTestUtils.invokeMethod(video, "domainEvents"));
        return assertThatObject(List.copyOf(events));
    }

    private static void refuses(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Refusal.class))
                .returns(code, Refusal::code);
    }
}
