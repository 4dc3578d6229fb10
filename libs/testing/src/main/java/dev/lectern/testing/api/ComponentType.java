package dev.lectern.testing.api;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/// The type of a record's component, seen through the wrapper that tells "absent" from "null" in a
/// `PATCH`.
record ComponentType(AnnotatedType declared) {

    private static final String SENT = "dev.lectern.common.web.Sent<";

    ComponentType(RecordComponent component) {
        this(component.getAnnotatedType());
    }

    boolean isNullable() {
        return declared.isAnnotationPresent(Nullable.class);
    }

    /// What is sent in the end.
    AnnotatedType value() {
        return isSent() && declared instanceof AnnotatedParameterizedType wrapper
                ? wrapper.getAnnotatedActualTypeArguments()[0]
                : declared;
    }

    /// Whether null clears what a `PATCH` changes is known to the comment alone.
    boolean admitsNull(String comment) {
        return isSent() ? comment.matches("(?s).*\\b[Nn]ull\\b.*") : isNullable();
    }

    private boolean isSent() {
        return declared.getType().getTypeName().startsWith(SENT);
    }
}
