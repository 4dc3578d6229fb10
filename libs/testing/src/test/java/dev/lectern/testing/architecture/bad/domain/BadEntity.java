package dev.lectern.testing.architecture.bad.domain;

import dev.lectern.testing.architecture.bad.application.BadUseCase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Breaks: layers, pure domain, setters, time, ids, null-marking.
@Entity
@Component
public class BadEntity {

    @Id public UUID id = UUID.randomUUID();

    private Instant at = Instant.now();

    public void setAt(Instant time) {
        at = time;
    }

    public Instant at() {
        return at;
    }

    public Class<?> knowsTooMuch() {
        return BadUseCase.class;
    }
}
