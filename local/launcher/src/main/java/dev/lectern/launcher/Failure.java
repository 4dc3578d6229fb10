package dev.lectern.launcher;

/// Something cannot be done now; the message is one line that helps.
public class Failure extends RuntimeException {

    private final String line;

    public Failure(String line) {
        super(line);
        this.line = line;
    }

    public Failure(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    @Override
    public String getMessage() {
        return line;
    }
}
