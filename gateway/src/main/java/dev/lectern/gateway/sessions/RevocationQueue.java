package dev.lectern.gateway.sessions;

import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Declares what the gateway hears from: its own queue, bound to the exchange of auth.
@Configuration(proxyBeanMethods = false)
class RevocationQueue {

    static final String NAME = "gateway.auth-events";
    static final String TYPE = "auth.session-revoked.v1";

    @Bean
    Declarables revocations() {
        TopicExchange exchange = new TopicExchange("auth.events");
        Queue queue =
                QueueBuilder.durable(NAME)
                        .quorum()
                        .deadLetterExchange("dlx")
                        .deadLetterRoutingKey(NAME)
                        .build();
        Binding binding = BindingBuilder.bind(queue).to(exchange).with(TYPE);
        return new Declarables(exchange, queue, binding);
    }
}
