package dev.lectern.media.integration;

import dev.lectern.media.application.NotPlayable;
import dev.lectern.media.application.Transcoder;
import dev.lectern.media.domain.VideoFailure;
import dev.lectern.media.integration.Commands.CommandFailed;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The transcoder of a machine with ffmpeg: HLS with segments of four seconds, in up to two heights
/// and never higher than the source.
class Ffmpeg implements Transcoder {

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
    private static final Duration TRANSCODE_LIMIT = Duration.ofHours(2);
    private static final int HIGH = 720;
    private static final int LOW = 360;

    /// Only these containers and only this file: other formats name addresses to be fetched.
    private static final List<String> NARROW =
            List.of("-format_whitelist", "mov,matroska,webm", "-protocol_whitelist", "file");

    private final Commands commands = new Commands();
    private final JsonMapper json;

    Ffmpeg(JsonMapper json) {
        this.json = json;
    }

    @PreDestroy
    void endWhatRuns() {
        commands.close();
    }

    @Override
    public Probed probe(Path file) {
        var found = json.readTree(ask(file));
        var picture = firstStream(found, "video");
        if (picture.isMissingNode() || picture.path("height").asInt(0) <= 0) {
            throw new NotPlayable(VideoFailure.NOT_A_VIDEO);
        }
        var seconds = Double.parseDouble(found.at("/format/duration").asString("0"));
        if (seconds < 1) {
            throw new NotPlayable(VideoFailure.TOO_SHORT);
        }
        return new Probed(
                (int) Math.round(seconds),
                picture.path("height").asInt(),
                !firstStream(found, "audio").isMissingNode());
    }

    private String ask(Path file) {
        var command = new ArrayList<>(List.of("ffprobe", "-v", "quiet"));
        command.addAll(NARROW);
        command.addAll(
                List.of(
                        "-show_entries",
                        "format=duration:stream=codec_type,height",
                        "-of",
                        "json",
                        file.toString()));
        try {
            return commands.run(directoryOf(file), PROBE_LIMIT, command);
        } catch (CommandFailed e) {
            throw new NotPlayable(VideoFailure.NOT_A_VIDEO);
        }
    }

    private static JsonNode firstStream(JsonNode found, String type) {
        return found.path("streams")
                .valueStream()
                .filter(stream -> stream.path("codec_type").asString("").equals(type))
                .findFirst()
                .orElseGet(() -> found.path("none"));
    }

    @Override
    public void transcode(Path file, Probed probed, Path into) {
        commands.run(into, TRANSCODE_LIMIT, renditions(file, probed));
        commands.run(into, PROBE_LIMIT, poster(file, probed));
    }

    private static List<String> renditions(Path file, Probed probed) {
        var heights = heights(probed.heightPixels());
        var command = input(file);
        command.addAll(List.of("-filter_complex", scaled(heights)));
        for (var i = 0; i < heights.size(); i++) {
            var most = mostKilobits(heights.get(i));
            command.addAll(List.of("-map", "[v" + i + "]"));
            command.addAll(List.of("-maxrate:v:" + i, most + "k"));
            command.addAll(List.of("-bufsize:v:" + i, 2 * most + "k"));
            if (probed.hasSound()) {
                command.addAll(List.of("-map", "0:a:0"));
            }
        }
        command.addAll(List.of("-c:v", "libx264", "-preset", "veryfast", "-crf", "23"));
        command.addAll(List.of("-sc_threshold", "0"));
        command.addAll(List.of("-force_key_frames", "expr:gte(t,n_forced*4)"));
        command.addAll(List.of("-c:a", "aac", "-b:a", "128k", "-ac", "2"));
        command.addAll(List.of("-f", "hls", "-hls_time", "4", "-hls_playlist_type", "vod"));
        command.addAll(List.of("-hls_flags", "independent_segments"));
        command.addAll(List.of("-hls_segment_filename", "%v-%05d.ts"));
        command.addAll(List.of("-master_pl_name", "master.m3u8"));
        command.addAll(List.of("-var_stream_map", streams(heights, probed.hasSound())));
        command.add("%v.m3u8");
        return command;
    }

    private static List<String> poster(Path file, Probed probed) {
        var command = input(file);
        command.addAll(List.of("-vf", "scale=-2:" + heights(probed.heightPixels()).getFirst()));
        command.addAll(List.of("-pix_fmt", "yuvj420p", "-frames:v", "1", "poster.jpg"));
        return command;
    }

    private static List<String> input(Path file) {
        var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        command.addAll(NARROW);
        command.addAll(List.of("-i", file.toString()));
        return command;
    }

    /// The encoder takes even heights only.
    private static List<Integer> heights(int source) {
        return source > LOW
                ? List.of(Math.min(source - source % 2, HIGH), LOW)
                : List.of(Math.max(2, source - source % 2));
    }

    /// Players choose by it. Without a bound a rendition is missing from the master playlist, and
    /// nothing says so.
    private static int mostKilobits(int height) {
        return height > LOW ? 2_800 : 900;
    }

    /// Players show nothing but 4:2:0, whatever the camera wrote.
    private static String scaled(List<Integer> heights) {
        var filter = new StringBuilder("[0:v:0]format=yuv420p,split=" + heights.size());
        IntStream.range(0, heights.size()).forEach(i -> filter.append("[s" + i + "]"));
        for (var i = 0; i < heights.size(); i++) {
            filter.append(";[s%d]scale=-2:%d[v%d]".formatted(i, heights.get(i), i));
        }
        return filter.toString();
    }

    private static String streams(List<Integer> heights, boolean hasSound) {
        return String.join(
                " ",
                IntStream.range(0, heights.size())
                        .mapToObj(i ->
                                "v:%d%s,name:%dp"
                                        .formatted(i, hasSound ? ",a:" + i : "", heights.get(i)))
                        .toList());
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
