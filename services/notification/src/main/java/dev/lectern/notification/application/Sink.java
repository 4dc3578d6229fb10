package dev.lectern.notification.application;

import java.io.IOException;

/// The far end of a stream.
public interface Sink {

    /// A named event.
    void event(String id, String name, String data) throws IOException;

    /// Nothing but how far the reader has come.
    void comment(String id) throws IOException;

    /// Tells the reader to take its time before it comes back.
    void comeBackLater() throws IOException;

    void close();
}
