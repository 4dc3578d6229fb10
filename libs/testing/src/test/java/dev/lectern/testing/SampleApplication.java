package dev.lectern.testing;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.annotation.RabbitListener;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

@SpringBootApplication
class SampleApplication {

    static final String GREETINGS = "sample.greetings";

    @Bean
    Queue greetingsQueue() {
        return new Queue(GREETINGS);
    }

    @Component
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
