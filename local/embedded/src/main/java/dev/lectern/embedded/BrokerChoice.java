package dev.lectern.embedded;

import java.util.Locale;

/// Which broker to start.
public enum BrokerChoice {
    /// RabbitMQ where the machine has it, else the embedded one.
    AUTO,
    RABBITMQ,
    EMBEDDED;

    private static final String PROPERTY = "lectern.broker";

    /// The system property `lectern.broker`: `auto`, `rabbitmq` or `embedded`; without it `auto`.
    public static BrokerChoice configured() {
        String value = System.getProperty(PROPERTY, "auto");
        try {
            return valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    PROPERTY + " is auto, rabbitmq or embedded, not '" + value + "'", unknown);
        }
    }
}
