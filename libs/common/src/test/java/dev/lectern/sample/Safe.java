package dev.lectern.sample;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.StepUp;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Something everybody may look at, and only who steps up may open.
@RestController
public class Safe {

    private final AtomicInteger opened = new AtomicInteger();

    public int opened() {
        return opened.get();
    }

    @GetMapping("/api/v1/safe")
    Map<String, Object> look(Caller caller) {
        return Map.of("by", caller.id());
    }

    @StepUp
    @PostMapping("/api/v1/safe/open")
    Map<String, Object> open(Caller caller) {
        opened.incrementAndGet();
        return Map.of("by", caller.id());
    }
}
