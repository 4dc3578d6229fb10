package dev.lectern.media.application;

import dev.lectern.media.domain.CaptionLanguage;
import dev.lectern.media.domain.Captions;
import java.time.Duration;

/// Writes down what is said in a video. A port: a service of the cloud where there is one.
public interface Transcriber {

    /// @param captions in time with the video
    record Transcript(CaptionLanguage language, Captions captions) {}

    /// What it throws means "again later".
    ///
    /// @param key of the video in the object store
    /// @param length of the video
    Transcript transcribe(String key, Duration length);
}
