package dev.lectern.media.integration;

import dev.lectern.media.application.Transcriber;
import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.Captions;
import dev.lectern.media.domain.Cue;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Stands in for an engine on a machine that has none. It hears nothing, and its captions say so.
@Component
@ConditionalOnProperty(name = "lectern.transcriber", havingValue = "fixture")
class FixtureTranscriber implements Transcriber {

    private static final String WORDS = "[Sample captions: nobody listened to this video.]";

    @Override
    public Transcript transcribe(String key, Duration length) {
        return new Transcript(
                new CaptionLanguage("en"),
                new Captions(List.of(new Cue(Duration.ZERO, length, WORDS))));
    }
}
