package dev.lectern.client;

/// The platform answered something else than the caller can go on with.
public final class UnexpectedAnswer extends RuntimeException {

    public UnexpectedAnswer(String what) {
        super(what);
    }
}
