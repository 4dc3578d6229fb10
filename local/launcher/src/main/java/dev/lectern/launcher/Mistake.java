package dev.lectern.launcher;

/// The command line asks for something that does not exist; the message is one line that helps.
public final class Mistake extends Failure {

    public Mistake(String message) {
        super(message);
    }
}
