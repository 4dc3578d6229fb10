package dev.lectern.common.web;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// A field of a `PATCH` that was sent, perhaps as null. Where the field is absent there is no such
/// object, so that "leave it" and "clear it" stay apart.
@JsonDeserialize(using = Sent.Reader.class)
public record Sent<T>(@Nullable T value) {

    /// What a field becomes that null clears.
    public static <T> @Nullable T or(@Nullable Sent<T> sent, @Nullable T now) {
        return sent == null ? now : sent.value();
    }

    /// What a field becomes that null empties.
    public static <T> T or(@Nullable Sent<T> sent, T now, T empty) {
        if (sent == null) {
            return now;
        }
        return sent.value() == null ? empty : sent.value();
    }

    /// What was sent, or null to leave a field that cannot be missing: a null in the body is
    /// refused.
    ///
    /// @param pointer names the field in the refusal
    public static <T> @Nullable T orLeave(@Nullable Sent<T> sent, String pointer) {
        if (sent == null) {
            return null;
        }
        return required(sent, pointer);
    }

    /// What a field becomes that cannot be missing: null is refused.
    public static <T> T orRefused(@Nullable Sent<T> sent, T now, String pointer) {
        if (sent == null) {
            return now;
        }
        return required(sent, pointer);
    }

    private static <T> T required(Sent<T> sent, String pointer) {
        if (sent.value() == null) {
            throw GenericRefusal.invalid(pointer, "This cannot be cleared. Leave the field out.");
        }
        return sent.value();
    }

    /// Lets constraints be written on what was sent: `Sent<@Size(max = 120) String>`.
    static final class Extractor implements ValueExtractor<Sent<@ExtractedValue ?>> {

        @Override
        public void extractValues(Sent<?> sent, ValueReceiver receiver) {
            receiver.value(null, sent.value());
        }
    }

    static final class Reader extends ValueDeserializer<Sent<?>> {

        private final @Nullable JavaType type;

        Reader() {
            this(null);
        }

        private Reader(@Nullable JavaType type) {
            this.type = type;
        }

        @Override
        public ValueDeserializer<?> createContextual(
                DeserializationContext context, @Nullable BeanProperty property) {
            return new Reader(context.getContextualType().containedType(0));
        }

        @Override
        public Sent<?> deserialize(JsonParser parser, DeserializationContext context) {
            return new Sent<>(context.readValue(parser, type));
        }

        @Override
        public Sent<?> getNullValue(DeserializationContext context) {
            return new Sent<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
