package dev.lectern.media.application;

import dev.lectern.media.domain.VideoFailure;

/// Says that a file is at fault and no other try will help.
public final class NotPlayable extends RuntimeException {

    private final VideoFailure failure;

    public NotPlayable(VideoFailure failure) {
        super(failure.name());
        this.failure = failure;
    }

    public VideoFailure failure() {
        return failure;
    }
}
