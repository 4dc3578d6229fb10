package dev.lectern.gateway.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.web.server.ServerWebExchange;

/// The address a request really came from, as far as the gateway can know.
public record ClientAddress(InetAddress value) {

    private static final String ATTRIBUTE = ClientAddress.class.getName();

    public static ClientAddress of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    void rememberOn(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    public String text() {
        return value.getHostAddress();
    }

    /// The unit that limits count: one household or host, which under IPv6 owns a whole /64.
    public String neighborhood() {
        if (value instanceof Inet6Address) {
            return HexFormat.of().formatHex(Arrays.copyOf(value.getAddress(), 8));
        }
        return text();
    }
}
