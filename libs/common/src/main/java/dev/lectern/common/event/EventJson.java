package dev.lectern.common.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.events.ContractEvent;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads events. Unlike requests they are read leniently: a producer may add a field
/// before its consumers know it.
public final class EventJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private EventJson() {}

    static JsonNode tree(ContractEvent event) {
        return MAPPER.valueToTree(event);
    }

    /// The envelope as it goes over the wire.
    public static String write(Envelope envelope) {
        return MAPPER.writeValueAsString(envelope);
    }

    /// An envelope from the wire.
    public static Envelope read(byte[] body) {
        try {
            return MAPPER.readValue(body, Envelope.class);
        } catch (JacksonException e) {
            throw new UnreadableEvent(new String(body, StandardCharsets.UTF_8), e);
        }
    }

    /// The data of an envelope as the record of its type.
    public static <E extends ContractEvent> E data(Envelope envelope, Class<E> type) {
        try {
            return MAPPER.treeToValue(envelope.data(), type);
        } catch (JacksonException e) {
            throw new UnreadableEvent(envelope.type(), e);
        }
    }
}
