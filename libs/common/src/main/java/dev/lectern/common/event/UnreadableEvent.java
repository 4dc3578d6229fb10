package dev.lectern.common.event;

/// What arrived is no event, or not of the form its type promises. Trying again cannot help.
public final class UnreadableEvent extends RuntimeException {

    private static final int SHOWN = 200;

    UnreadableEvent(String what, Exception cause) {
        super("Unreadable: " + what.substring(0, Math.min(SHOWN, what.length())), cause);
    }
}
