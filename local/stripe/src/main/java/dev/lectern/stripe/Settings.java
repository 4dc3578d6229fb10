package dev.lectern.stripe;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/// What one stand-in is told when it starts.
///
/// @param port where it listens on this machine, 0 for any free one
/// @param directory where it keeps what must outlive it
/// @param secretKey which its callers prove themselves with
/// @param webhookSecret which its events are signed with
/// @param webhook who is told of events
/// @param firstPause before an event is sent again to a receiver that did not take it; doubled each
///   time
public record Settings(
        int port,
        Path directory,
        String secretKey,
        String webhookSecret,
        URI webhook,
        Duration firstPause) {

    /// Settings with the pause that suits a receiver that is starting.
    public Settings(int port, Path directory, String secretKey, String webhookSecret, URI webhook) {
        this(port, directory, secretKey, webhookSecret, webhook, Duration.ofSeconds(1));
    }
}
