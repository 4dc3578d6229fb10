package dev.lectern.testing.api;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Remembers from which record the generator made each model, and notices when two records would
/// become one because they share a name.
final class RecordModels implements ModelConverter {

    /// One for all contexts of a test run, as the generator's registry of converters is: the newest
    /// context's converter answers for the older ones too.
    private static final Map<String, Class<?>> RECORDS = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        var schema = chain.next().resolve(type, context, chain);
        var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
        if (schema != null && schema.get$ref() != null && raw.isRecord()) {
            remember(nameIn(schema.get$ref()), raw);
        }
        return schema;
    }

    /// The record behind each model, by the model's name.
    Map<String, Class<?>> records() {
        return RECORDS;
    }

    static String nameIn(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private void remember(String name, Class<?> type) {
        var other = RECORDS.putIfAbsent(name, type);
        if (other != null && !shapeOf(other).equals(shapeOf(type))) {
            throw new IllegalStateException(
                    "%s and %s are both called %s: give one another name"
                            .formatted(other.getName(), type.getName(), name));
        }
    }

    private static List<String> shapeOf(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::toString).toList();
    }
}
