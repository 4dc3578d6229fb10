package dev.lectern.launcher.control;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Keeps out web pages of strangers. The port is closed to other machines, but a browser on this
/// one would carry their requests here: under a name of their own that leads here, or as a form.
final class ThisMachineOnly extends Filter {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        var headers = exchange.getRequestHeaders();
        @Nullable String origin = headers.getFirst("Origin");
        if (isLocal("http://" + headers.getFirst("Host")) && (origin == null || isLocal(origin))) {
            chain.doFilter(exchange);
        } else {
            try (exchange) {
                exchange.sendResponseHeaders(403, -1);
            }
        }
    }

    @Override
    public String description() {
        return "lets in who asks from this machine and under its name";
    }

    private static boolean isLocal(String origin) {
        try {
            return NAMES.contains(
                    Objects.requireNonNullElse(URI.create(origin).getHost(), "nowhere"));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
