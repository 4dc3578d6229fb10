package dev.lectern.notification.web;

import dev.lectern.common.security.Caller;
import dev.lectern.notification.application.Streams;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The one live stream of the platform.
@RestController
@RequestMapping("/api/v1/notifications")
class StreamController {

    private static final long UNTIL_IT_IS_ENDED = 0;

    private final Streams streams;

    StreamController(Streams streams) {
        this.streams = streams;
    }

    /// Streams what changes for the caller, as events `notification`, `progress`, `order`,
    /// `enrollment`, `certificate`, `badge` and `video`, each with the ids of what has changed.
    /// Sent again with the last id as `Last-Event-ID`, it goes on after that event; `reset` says
    /// that the id is unknown or older than 24 hours, and that everything is to be read again. A
    /// comment comes every 15 seconds. It ends with the token that opened it. Whoever opens it for
    /// the first time opens it first and reads then. 503 `UNAVAILABLE` where there are too many
    /// streams.
    ///
    /// @param lastEventID the id of the last event the caller has
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> streamNotifications(
            @RequestHeader(name = "Last-Event-ID", required = false) Optional<String> lastEventID,
            JwtAuthenticationToken token,
            Caller caller) {
        var emitter = new SseEmitter(UNTIL_IT_IS_ENDED);
        var expiresAt = Optional.ofNullable(token.getToken().getExpiresAt()).orElse(Instant.EPOCH);
        var gone = streams.open(caller.id(), expiresAt, lastEventID, new EmitterSink(emitter));
        emitter.onCompletion(gone);
        emitter.onError(failure -> gone.run());
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // Known by proxies that would otherwise collect the events.
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    /// A reader who has gone is no failure, and cannot be told anything.
    @ExceptionHandler({AsyncRequestNotUsableException.class, IOException.class})
    void gone() {}
}
