package dev.lectern.testing.architecture.bad.application;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.elsewhere.AnotherService;
import dev.lectern.testing.architecture.bad.domain.BadEntity;
import org.springframework.beans.factory.annotation.Autowired;

/// Breaks: entities stay inside, hidden wiring, independence, cycles, one JSON library.
public class BadUseCase {

    @Autowired private ObjectMapper json = new ObjectMapper();

    public BadEntity find() {
        System.out.println(AnotherService.class + json.toString());
        return new BadEntity();
    }
}
