package dev.lectern.certificate.jobs;

import dev.lectern.certificate.application.PrintingCertificates;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Loads what printing needs, beside everything else that starts.
@Component
class WarmPress {

    private final PrintingCertificates printing;

    WarmPress(PrintingCertificates printing) {
        this.printing = printing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofPlatform().daemon().name("warm-press").start(printing::warmUp);
    }
}
