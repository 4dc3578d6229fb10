package dev.lectern.launcher.running;

import dev.lectern.events.Platform;
import dev.lectern.launcher.checkout.Checkout;
import dev.lectern.launcher.checkout.Deployable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a service is told about this machine, in the words a chart would use.
///
/// @param all every deployable of the repository, running or not
public record Settings(
        Infrastructure infrastructure, PortPlan ports, Secrets secrets, List<Deployable> all) {

    static final String BUCKET = "lectern";

    private static final String AUTH = "auth";
    private static final String GAMIFICATION = "gamification";
    static final String MEDIA = "media";
    private static final String CERTIFICATE = "certificate";
    private static final String PAYMENT = "payment";
    private static final String NOTIFICATION = "notification";
    // One person at one machine is not an attack, nor are the journeys of a test.
    private static final int GENEROUS = 100;

    /// The settings of one service by their names.
    public Map<String, String> of(Deployable one) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("server.port", Integer.toString(ports.of(one)));
        // Nothing of it is meant for the network this machine happens to be in.
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.main.banner-mode", "off");
        addBroker(settings);
        addAddresses(settings);
        if (one.name().equals(Checkout.GATEWAY)) {
            addGateway(settings);
        } else {
            addService(settings, one);
        }
        return settings;
    }

    private void addBroker(Map<String, String> settings) {
        var broker = infrastructure.broker();
        settings.put("spring.rabbitmq.host", broker.host());
        settings.put("spring.rabbitmq.port", Integer.toString(broker.port()));
        settings.put("spring.rabbitmq.username", broker.username());
        settings.put("spring.rabbitmq.password", broker.password());
        settings.put("spring.rabbitmq.virtual-host", broker.virtualHost());
    }

    private void addAddresses(Map<String, String> settings) {
        for (var other : all) {
            if (!other.name().equals(Checkout.GATEWAY)) {
                settings.put(
                        "lectern.services." + other.name() + ".url",
                        ports.addressOf(other).toString());
            }
        }
    }

    private void addGateway(Map<String, String> settings) {
        addRedis(settings);
        settings.put("lectern.public-origin", ports.frontDoor().toString());
        settings.put("lectern.bff.secret", secrets.bff());
        settings.put("lectern.limits.factor", Integer.toString(GENEROUS));
    }

    private void addRedis(Map<String, String> settings) {
        var redis = infrastructure.redis();
        settings.put("spring.data.redis.host", redis.host());
        settings.put("spring.data.redis.port", Integer.toString(redis.port()));
    }

    private void addService(Map<String, String> settings, Deployable one) {
        var postgres = infrastructure.postgres();
        settings.put("spring.datasource.url", postgres.jdbcUrl(one.name()));
        settings.put("spring.datasource.username", one.name());
        settings.put("spring.datasource.password", one.name());
        settings.put("spring.mail.host", infrastructure.mail().host());
        settings.put("spring.mail.port", Integer.toString(infrastructure.mail().smtpPort()));
        settings.put("lectern.identity.public-origin", ports.frontDoor().toString());
        all.stream()
                .filter(other -> other.name().equals(AUTH))
                .map(ports::addressOf)
                .forEach(auth -> {
                    settings.put("lectern.identity.jwks-uri", auth + "/oauth2/jwks");
                    settings.put("lectern.identity.token-uri", auth + "/oauth2/token");
                });
        if (!one.calls().isEmpty()) {
            settings.put("lectern.identity.client-secret", secrets.client(one.name()));
        }
        if (one.name().equals(AUTH)) {
            addAuth(settings);
        }
        if (one.name().equals(GAMIFICATION)) {
            addRedis(settings);
        }
        if (one.name().equals(MEDIA)) {
            addMedia(settings);
        }
        if (one.name().equals(CERTIFICATE)) {
            settings.put("lectern.certificates.signing-key", secrets.certificateKey());
        }
        if (one.name().equals(PAYMENT)) {
            settings.putAll(infrastructure.payments().settings());
        }
        if (one.name().equals(NOTIFICATION)) {
            addRedis(settings);
            settings.put("lectern.notification.unsubscribe-key", secrets.unsubscribeKey());
        }
    }

    private void addMedia(Map<String, String> settings) {
        var objects = infrastructure.objects();
        settings.put("lectern.objects.endpoint", objects.endpoint().toString());
        settings.put("lectern.objects.bucket", BUCKET);
        settings.put("lectern.objects.access-key", objects.accessKey());
        settings.put("lectern.objects.secret-key", objects.secretKey());
        settings.put("lectern.transcriber", "fixture");
    }

    private void addAuth(Map<String, String> settings) {
        settings.put("lectern.auth.encryption-key", secrets.encryptionKey());
        settings.put("lectern.clients.bff-secret", secrets.bff());
        settings.put("lectern.clients.operator-secret", secrets.operator());
        Platform.load().services().stream()
                .filter(other -> !other.calls().isEmpty())
                .forEach(other ->
                        settings.put(
                                "lectern.clients.service-secrets." + other.name(),
                                secrets.client(other.name())));
    }
}
