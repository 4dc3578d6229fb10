package dev.lectern.testing;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// Names what it is made of: beside it on the class path lies much more.
@SpringBootConfiguration
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    RabbitAutoConfiguration.class
})
@Import(SampleApplication.Greetings.class)
class SampleApplication {

    static final String GREETINGS = "sample.greetings";

    @Bean
    Queue greetingsQueue() {
        return new Queue(GREETINGS);
    }

    static class Greetings {

        private final Collection<String> heard = new ConcurrentLinkedQueue<>();

        @RabbitListener(queues = GREETINGS)
        void hear(String greeting) {
            heard.add(greeting);
        }

        Collection<String> heard() {
            return heard;
        }
    }
}
