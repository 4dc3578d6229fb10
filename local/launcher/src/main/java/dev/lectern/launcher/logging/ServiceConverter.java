package dev.lectern.launcher.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/// `%service` in a pattern: whose line it is.
public final class ServiceConverter extends ClassicConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return ServiceOfThread.name();
    }
}
