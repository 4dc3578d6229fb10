package dev.lectern.gateway.sessions;

import dev.lectern.gateway.edge.EdgeSettings;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.Delay;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.JdkSerializationRedisSerializer;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.session.config.annotation.web.server.EnableSpringWebSession;
import org.springframework.session.data.redis.ReactiveRedisSessionRepository;
import org.springframework.web.server.session.CookieWebSessionIdResolver;
import org.springframework.web.server.session.WebSessionIdResolver;

@Configuration(proxyBeanMethods = false)
@EnableSpringWebSession
class SessionConfiguration {

    @Bean
    ReactiveSessionRepository<?> browserSessions(
            ReactiveRedisConnectionFactory redis,
            SessionSettings settings,
            Clock clock,
            ResourceLoader resources) {
        RedisSerializer<Object> values =
                new JdkSerializationRedisSerializer(resources.getClassLoader());
        RedisSerializationContext<String, Object> context =
                RedisSerializationContext.<String, Object>newSerializationContext(values)
                        .key(RedisSerializer.string())
                        .hashKey(RedisSerializer.string())
                        .build();
        ReactiveRedisSessionRepository stored =
                new ReactiveRedisSessionRepository(new ReactiveRedisTemplate<>(redis, context));
        stored.setRedisKeyNamespace("lectern:gateway:session");
        stored.setDefaultMaxInactiveInterval(settings.idle());
        return new BrowserSessions<>(stored, settings.longest(), clock);
    }

    @Bean
    WebSessionIdResolver webSessionIdResolver(EdgeSettings edge) {
        CookieWebSessionIdResolver cookie = new CookieWebSessionIdResolver();
        cookie.setCookieName(SessionCookie.name(edge));
        cookie.addCookieInitializer(attributes ->
                attributes.httpOnly(true).secure(edge.secure()).sameSite("Lax").path("/"));
        return cookie;
    }

    /// The pauses would otherwise grow to half a minute, and all that time browsers would still be
    /// turned away.
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        return resources ->
                resources.reconnectDelay(
                        Delay.exponential(
                                Duration.ofMillis(50),
                                Duration.ofSeconds(2),
                                2,
                                TimeUnit.MILLISECONDS));
    }

    /// A Redis that is away must say so at once instead of holding requests until it is back.
    @Bean
    LettuceClientOptionsBuilderCustomizer rejectWhileDisconnected() {
        return options ->
                options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS);
    }
}
