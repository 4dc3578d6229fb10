package dev.lectern.gateway.sessions;

import dev.lectern.events.Platform;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.config.ContainerCustomizer;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.backoff.ExponentialBackOff;

/// Declares the gateway's queue exactly as auth declares it for its consumers, so that either may
/// come first.
@Configuration(proxyBeanMethods = false)
class RevocationQueue {

    static final String TYPE = "auth.session-revoked.v1";
    static final String NAME = "gateway.auth-events";
    static final String DEAD_LETTERS = NAME + ".dlq";

    @Bean
    Declarables revocations(@Value("${lectern.broker.queue-type}") String queueType) {
        TopicExchange exchange = new TopicExchange(Platform.exchangeOf(Platform.producerOf(TYPE)));
        Queue queue = queue(NAME, queueType);
        return new Declarables(
                exchange,
                queue,
                queue(DEAD_LETTERS, queueType),
                BindingBuilder.bind(queue).to(exchange).with(TYPE));
    }

    private static Queue queue(String name, String type) {
        return QueueBuilder.durable(name).withArgument("x-queue-type", type).build();
    }

    /// A broker that is away is asked again ever more rarely, and declarations are made with the
    /// connection only: asking for the queue in between would fill the log.
    @Bean
    ContainerCustomizer<SimpleMessageListenerContainer> patientListener() {
        return container -> {
            ExponentialBackOff pauses = new ExponentialBackOff(1_000, 2);
            pauses.setMaxInterval(15_000);
            container.setRecoveryBackOff(pauses);
            container.setAutoDeclare(false);
        };
    }
}
