package dev.lectern.sample;

import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.enrollment.EnrollmentCompleted;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.TransientDataAccessResourceException;

/// Handlers that fail as they are told to.
@Configuration
public class Handlers {

    private final Map<UUID, Integer> failures = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> calls = new ConcurrentHashMap<>();

    /// Fails this often, then goes well.
    public void failFor(UUID enrollment, int times) {
        failures.put(enrollment, times);
    }

    /// How often an event of this enrollment was tried.
    public int calls(UUID enrollment) {
        return calls.getOrDefault(enrollment, 0);
    }

    @Bean
    EventConsumer enrollmentEvents() {
        return consumer(
                "enrollment",
                on ->
                        on.on(EnrollmentCompleted.class, this::completed)
                                // What services.yaml says certificate hears besides.
                                .on(EnrollmentRevoked.class, _ -> {}));
    }

    @Bean
    EventConsumer courseEvents() {
        return consumer(
                "course",
                on ->
                        on.on(
                                CoursePublished.class,
                                course -> {
                                    throw GenericRefusal.notFound();
                                }));
    }

    private void completed(EnrollmentCompleted completed) {
        var call = calls.merge(completed.enrollmentId(), 1, Integer::sum);
        if (call <= failures.getOrDefault(completed.enrollmentId(), 0)) {
            throw new TransientDataAccessResourceException("not yet");
        }
    }

    private static EventConsumer consumer(String producer, Consumer<Subscriptions> subscribe) {
        return new EventConsumer() {
            @Override
            public String producer() {
                return producer;
            }

            @Override
            public void subscribe(Subscriptions on) {
                subscribe.accept(on);
            }
        };
    }
}
