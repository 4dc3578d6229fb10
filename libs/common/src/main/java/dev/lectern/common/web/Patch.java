package dev.lectern.common.web;

import dev.lectern.common.problem.GenericRefusal;
import org.jspecify.annotations.Nullable;

/// What a `PATCH` says about one field: nothing, which leaves it; null, which clears it; or a
/// value. A request record has it as the type of a component.
///
/// @param isGiven whether the field stands in the body at all
public record Patch<T>(boolean isGiven, @Nullable T value) {

    private static final Patch<?> ABSENT = new Patch<>(false, null);

    /// The field is not in the body.
    @SuppressWarnings("unchecked")
    public static <T> Patch<T> absent() {
        return (Patch<T>) ABSENT;
    }

    /// The field is in the body, with this value or null.
    public static <T> Patch<T> of(@Nullable T value) {
        return new Patch<>(true, value);
    }

    /// What the field shall be, where null clears it.
    public @Nullable T or(@Nullable T current) {
        return isGiven ? value : current;
    }

    /// The value, or null to leave a field that cannot be cleared; a null in the body is refused.
    ///
    /// @param pointer names the field in the refusal
    public @Nullable T orLeave(String pointer) {
        if (isGiven && value == null) {
            throw GenericRefusal.invalid(pointer, "This cannot be cleared. Leave the field out.");
        }
        return value;
    }
}
