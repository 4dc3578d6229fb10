package dev.lectern.media.domain;

import java.time.Duration;

/// Some words and when they are shown.
public record Cue(Duration from, Duration to, String text) {}
