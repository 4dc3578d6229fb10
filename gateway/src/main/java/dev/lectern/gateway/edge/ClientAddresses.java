package dev.lectern.gateway.edge;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Finds the client behind trusted proxies: the last hop of `X-Forwarded-For` that is not one of
/// them.
@Component
final class ClientAddresses {

    private final List<IpSubnetFilterRule> trusted;

    ClientAddresses(EdgeSettings settings) {
        this.trusted = settings.trustedProxies().stream().map(ClientAddresses::range).toList();
    }

    ClientAddress of(ServerHttpRequest request) {
        InetSocketAddress peer = request.getRemoteAddress();
        InetAddress address = peer == null ? InetAddress.getLoopbackAddress() : peer.getAddress();
        List<String> hops =
                request.getHeaders().getOrEmpty("X-Forwarded-For").stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .toList();
        for (int hop = hops.size() - 1; hop >= 0 && isTrusted(address); hop--) {
            InetAddress before = parsed(hops.get(hop));
            if (before == null) {
                break;
            }
            address = before;
        }
        return new ClientAddress(address);
    }

    private boolean isTrusted(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return trusted.stream().anyMatch(range -> range.matches(socket));
    }

    private static @Nullable InetAddress parsed(String hop) {
        // Never by name: a header must not make the gateway ask a name server.
        return NetUtil.createInetAddressFromIpAddressString(hop);
    }

    private static IpSubnetFilterRule range(String cidr) {
        return new IpSubnetFilterRule(cidr, IpFilterRuleType.ACCEPT);
    }
}
