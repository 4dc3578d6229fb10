package dev.lectern.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.media.application.NotPlayable;
import dev.lectern.media.application.Transcoder.Probed;
import dev.lectern.media.domain.VideoFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@NeedsFfmpeg
class FfmpegTest {

    @TempDir Path directory;

    private final Ffmpeg ffmpeg = new Ffmpeg(JsonMapper.builder().build());
    private Clips clips = new Clips(Path.of(""));
    private Path out = Path.of("");

    @BeforeEach
    void prepare() throws Exception {
        clips = new Clips(directory);
        out = Files.createDirectory(directory.resolve("out"));
    }

    @Test
    void makesTwoRenditionsInSegmentsAndAPoster() throws Exception {
        var clip = clips.withSound(480, 6);

        var probed = ffmpeg.probe(clip);
        ffmpeg.transcode(clip, probed, out);

        assertThat(probed).isEqualTo(new Probed(6, 480, true));
        assertThat(out.resolve("master.m3u8")).content().contains("480p.m3u8", "360p.m3u8", "mp4a");
        assertThat(out.resolve("480p.m3u8"))
                .content()
                .contains("480p-00000.ts", "480p-00001.ts", "#EXT-X-ENDLIST")
                .doesNotContain("00002");
        assertThat(out.resolve("360p-00001.ts")).isNotEmptyFile();
        assertThat(Files.readAllBytes(out.resolve("poster.jpg")))
                .startsWith((byte) 0xff, (byte) 0xd8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv420p", "yuv444p"})
    void takesSilentVideosOfAnyColours(String pixels) {
        var clip = clips.silent(240, pixels);

        var probed = ffmpeg.probe(clip);
        ffmpeg.transcode(clip, probed, out);

        assertThat(probed).isEqualTo(new Probed(2, 240, false));
        assertThat(out.resolve("master.m3u8")).content().contains("240p.m3u8", "avc1");
        assertThat(out.resolve("240p.m3u8")).content().contains("#EXT-X-ENDLIST");
    }

    @Test
    void neverMakesAVideoLargerThanItWas() {
        var clip = clips.silent(242, "yuv420p");

        ffmpeg.transcode(clip, ffmpeg.probe(clip), out);

        assertThat(out.resolve("242p.m3u8")).exists();
        assertThat(out.resolve("360p.m3u8")).doesNotExist();
    }

    @Test
    void refusesWhatIsNoVideo() {
        refuses(clips.text("Hello, I am a video.\n".repeat(500)), VideoFailure.NOT_A_VIDEO);
        refuses(clips.text(""), VideoFailure.NOT_A_VIDEO);
        refuses(clips.soundAlone(), VideoFailure.NOT_A_VIDEO);
    }

    @Test
    void doesNotFollowAddressesInAFile() {
        refuses(
                clips.text("#EXTM3U\n#EXTINF:4,\nfile://" + clips.withSound(240, 2) + "\n"),
                VideoFailure.NOT_A_VIDEO);
    }

    @Test
    void refusesAVideoWithNothingToSee() {
        refuses(clips.ofOneFrame(), VideoFailure.TOO_SHORT);
    }

    private void refuses(Path file, VideoFailure reason) {
        assertThatThrownBy(() -> ffmpeg.probe(file))
                .asInstanceOf(InstanceOfAssertFactories.type(NotPlayable.class))
                .returns(reason, NotPlayable::failure);
    }
}
