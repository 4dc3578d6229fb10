package dev.lectern.course.authoring.web;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// A field of a `PATCH` that null clears. Where the field is absent there is no such object, so
/// that "leave it" and "clear it" stay apart.
@JsonDeserialize(using = Clearable.Reader.class)
record Clearable<T>(@Nullable T value) {

    static <T> @Nullable T or(@Nullable Clearable<T> sent, @Nullable T now) {
        return sent == null ? now : sent.value();
    }

    static final class Reader extends ValueDeserializer<Clearable<?>> {

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
        public Clearable<?> deserialize(JsonParser parser, DeserializationContext context) {
            return new Clearable<>(context.readValue(parser, type));
        }

        @Override
        public Clearable<?> getNullValue(DeserializationContext context) {
            return new Clearable<>(null);
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }
    }
}
