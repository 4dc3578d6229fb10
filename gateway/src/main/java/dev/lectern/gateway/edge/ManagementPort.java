package dev.lectern.gateway.edge;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Tells a request to the separate management port, which no public route leads to, from all
/// others.
@Component
final class ManagementPort {

    private final Environment environment;

    ManagementPort(Environment environment) {
        this.environment = environment;
    }

    boolean received(ServerWebExchange exchange) {
        Integer management = port("local.management.port");
        InetSocketAddress local = exchange.getRequest().getLocalAddress();
        return management != null
                && local != null
                && management == local.getPort()
                && !management.equals(port("local.server.port"));
    }

    private @Nullable Integer port(String property) {
        return environment.getProperty(property, Integer.class);
    }
}
