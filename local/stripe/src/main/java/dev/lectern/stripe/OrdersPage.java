package dev.lectern.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import tools.jackson.databind.node.ObjectNode;

/// `/`: every checkout so far, the newest first, for whoever closed a payment page too soon.
record OrdersPage(Store store) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals("/")) {
                var sessions =
                        store.reading(
                                () -> store.all(Kind.SESSION).map(ObjectNode::deepCopy).toList());
                HostedPage.send(exchange, 200, PageHtml.all(sessions.reversed()));
            } else {
                HostedPage.send(exchange, 404, PageHtml.unknown());
            }
        }
    }
}
