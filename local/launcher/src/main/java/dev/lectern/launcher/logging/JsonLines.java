package dev.lectern.launcher.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import ch.qos.logback.core.encoder.JsonEscapeUtil;
import java.nio.charset.StandardCharsets;

/// One JSON object a line, with the fields a service writes when it runs by itself (ECS), so that a
/// log reads the same in every mode.
public final class JsonLines extends EncoderBase<ILoggingEvent> {

    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var json = new StringBuilder(256);
        json.append("{\"@timestamp\":\"").append(event.getInstant());
        json.append("\",\"log\":{\"level\":\"").append(event.getLevel());
        json.append("\",\"logger\":").append(quoted(event.getLoggerName()));
        json.append("},\"process\":{\"thread\":{\"name\":").append(quoted(event.getThreadName()));
        json.append("}},\"service\":{\"name\":").append(quoted(ServiceOfThread.name()));
        json.append("},\"message\":").append(quoted(event.getFormattedMessage()));
        event.getMDCPropertyMap()
                .forEach((key, value) ->
                        json.append(',').append(quoted(key)).append(':').append(quoted(value)));
        appendFields(json, event);
        appendError(json, event);
        json.append(",\"ecs\":{\"version\":\"8.11\"}}\n");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendFields(StringBuilder json, ILoggingEvent event) {
        if (event.getKeyValuePairs() == null) {
            return;
        }
        for (var field : event.getKeyValuePairs()) {
            json.append(',').append(quoted(field.key)).append(':');
            json.append(
                    field.value instanceof Number number
                            ? number.toString()
                            : quoted(String.valueOf(field.value)));
        }
    }

    private static void appendError(StringBuilder json, ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        if (thrown != null) {
            json.append(",\"error\":{\"type\":").append(quoted(thrown.getClassName()));
            json.append(",\"message\":").append(quoted(String.valueOf(thrown.getMessage())));
            json.append(",\"stack_trace\":").append(quoted(ThrowableProxyUtil.asString(thrown)));
            json.append('}');
        }
    }

    private static String quoted(String text) {
        return '"' + JsonEscapeUtil.jsonEscapeString(text) + '"';
    }
}
