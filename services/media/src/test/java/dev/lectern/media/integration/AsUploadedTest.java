package dev.lectern.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.media.application.NotPlayable;
import dev.lectern.media.application.Transcoder.Probed;
import dev.lectern.media.domain.VideoFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsUploadedTest {

    private static final Path CLIP = Path.of("src/test/resources/three-seconds.mp4");

    private final AsUploaded transcoder = new AsUploaded();

    @TempDir Path directory;

    @Test
    void findsOutHowLongAVideoIs() {
        assertThat(transcoder.probe(CLIP)).isEqualTo(new Probed(3, 120, true));
    }

    @Test
    void makesNothingOfIt() {
        transcoder.transcode(CLIP, transcoder.probe(CLIP), directory);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void saysOfWhatItCannotReadThatItCannot() throws Exception {
        var text = Files.writeString(directory.resolve("text.mp4"), "Hello, I am a video.");
        var nothing = Files.createFile(directory.resolve("nothing.mp4"));
        var half = Files.write(directory.resolve("half.mp4"), halfOf(CLIP));

        for (var file : new Path[] {text, nothing, half}) {
            assertThatThrownBy(() -> transcoder.probe(file))
                    .isInstanceOfSatisfying(
                            NotPlayable.class,
                            e -> assertThat(e.failure()).isEqualTo(VideoFailure.UNREADABLE_HERE));
        }
    }

    /// What says how long it is comes at the end.
    private static byte[] halfOf(Path file) throws Exception {
        var whole = Files.readAllBytes(file);
        return Arrays.copyOf(whole, whole.length / 2);
    }
}
