package dev.lectern.media.integration;

import dev.lectern.media.application.Transcoder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// What this machine can make of a video.
@Configuration(proxyBeanMethods = false)
class Transcoding {

    private static final Logger log = LoggerFactory.getLogger(Transcoding.class);

    @Bean
    Transcoder transcoder(JsonMapper json) {
        if (Stream.of("ffmpeg", "ffprobe").allMatch(Transcoding::isInstalled)) {
            return new Ffmpeg(json);
        }
        log.warn("There is no ffmpeg: MP4 videos play as they were uploaded, others not at all.");
        return new AsUploaded();
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }
}
