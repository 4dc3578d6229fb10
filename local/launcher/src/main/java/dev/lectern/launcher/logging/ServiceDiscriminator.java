package dev.lectern.launcher.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/// Sends every line to the file of its service.
public final class ServiceDiscriminator extends AbstractDiscriminator<ILoggingEvent> {

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        return ServiceOfThread.name();
    }

    @Override
    public String getKey() {
        return "service";
    }
}
