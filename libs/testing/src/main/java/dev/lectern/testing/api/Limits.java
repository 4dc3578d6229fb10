package dev.lectern.testing.api;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The constraints on a value and on the items in it. The generator loses them inside wrappers and
/// takes those of a list for those of its items.
final class Limits {

    private Limits() {}

    static void write(Schema<?> schema, AnnotatedType type) {
        if (schema.get$ref() != null) {
            return;
        }
        var isList = schema.getItems() != null;
        schema.setMaxLength(null);
        schema.setMinLength(null);
        schema.setMaxItems(null);
        schema.setMinItems(null);
        on(
                type,
                Size.class,
                size -> {
                    var max = size.max() == Integer.MAX_VALUE ? null : size.max();
                    between(schema, isList, size.min() == 0 ? null : size.min(), max);
                });
        on(type, NotEmpty.class, any -> atLeastOne(schema, isList));
        on(type, NotBlank.class, any -> atLeastOne(schema, isList));
        on(type, Pattern.class, pattern -> schema.setPattern(anchored(pattern.regexp())));
        on(type, Positive.class, any -> schema.setMinimum(BigDecimal.ONE));
        on(type, PositiveOrZero.class, any -> schema.setMinimum(BigDecimal.ZERO));
        on(type, Min.class, min -> schema.setMinimum(BigDecimal.valueOf(min.value())));
        on(type, Max.class, max -> schema.setMaximum(BigDecimal.valueOf(max.value())));
        if (isList && type instanceof AnnotatedParameterizedType list) {
            write(schema.getItems(), list.getAnnotatedActualTypeArguments()[0]);
        }
    }

    private static void between(
            Schema<?> schema, boolean isList, @Nullable Integer min, @Nullable Integer max) {
        if (isList) {
            schema.setMinItems(min);
            schema.setMaxItems(max);
        } else {
            schema.setMinLength(min);
            schema.setMaxLength(max);
        }
    }

    private static void atLeastOne(Schema<?> schema, boolean isList) {
        if (isList) {
            schema.setMinItems(1);
        } else {
            schema.setMinLength(1);
        }
    }

    /// Java matches the whole text, JSON Schema looks for a part of it.
    private static String anchored(String pattern) {
        return "^(?:"
                + pattern.replace("(?s).", "[\\s\\S]").replace("\\S.*", "\\S[\\s\\S]*")
                + ")$";
    }

    private static <A extends Annotation> void on(
            AnnotatedType type, Class<A> annotation, Consumer<A> write) {
        var found = type.getAnnotation(annotation);
        if (found != null) {
            write.accept(found);
        }
    }
}
