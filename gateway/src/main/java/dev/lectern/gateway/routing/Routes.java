package dev.lectern.gateway.routing;

import dev.lectern.gateway.services.Destination;
import dev.lectern.gateway.services.Destination.Kind;
import dev.lectern.gateway.services.Service;
import dev.lectern.gateway.services.Services;
import java.util.function.Predicate;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/// Two routes a service, one for its streams and one for the rest. Which of them a request takes
/// was decided when it arrived.
@Configuration(proxyBeanMethods = false)
class Routes {

    private static final long NEVER = -1;

    @Bean
    RouteLocator serviceRoutes(
            RouteLocatorBuilder builder,
            Services services,
            WholeBody wholeBody,
            Relay relay,
            Guards guards,
            RoutingSettings settings) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (Service service : services.all()) {
            long timeout = settings.responseTimeout().toMillis();
            GatewayFilter[] filters = {wholeBody, relay, guards.of(service)};
            route(routes, service, "", kind -> kind != Kind.STREAM, timeout, filters);
            route(routes, service, "-streams", kind -> kind == Kind.STREAM, NEVER, filters);
        }
        return routes.build();
    }

    private static void route(
            RouteLocatorBuilder.Builder routes,
            Service service,
            String suffix,
            Predicate<Kind> kinds,
            long timeoutMillis,
            GatewayFilter[] filters) {
        routes.route(
                service.name() + suffix,
                route ->
                        route.predicate(exchange -> leadsTo(service, kinds, exchange))
                                .filters(spec -> spec.preserveHostHeader().filters(filters))
                                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, timeoutMillis)
                                .uri(service.address()));
    }

    private static boolean leadsTo(
            Service service, Predicate<Kind> kinds, ServerWebExchange exchange) {
        Destination destination = Destination.of(exchange);
        return destination != null
                && destination.service().equals(service.name())
                && kinds.test(destination.kind());
    }
}
