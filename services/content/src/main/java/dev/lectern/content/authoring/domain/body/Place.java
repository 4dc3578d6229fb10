package dev.lectern.content.authoring.domain.body;

import dev.lectern.common.problem.Refusal.Fault;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A value nobody has looked at yet, with where it stands. What is wrong with it goes, with its
/// pointer, into the one list of the body; what is answered in its stead is then never used,
/// because a body with a fault is not made.
record Place(@Nullable Object value, String pointer, List<Fault> faults) {

    /// A body that is all wrong need not be told so ten thousand times.
    private static final int MOST_FAULTS = 100;

    private static final int LONGEST_NAME = 64;
    private static final UUID NONE = new UUID(0, 0);

    Place at(String field) {
        return new Place(fields().get(field), pointer + "/" + field, faults);
    }

    boolean isAbsent() {
        return value == null;
    }

    /// The items of a list; an absent one has none.
    Stream<Place> items(int most) {
        if (value == null) {
            return Stream.empty();
        }
        if (!(value instanceof List<?> list)) {
            refuse("A list is needed here.");
            return Stream.empty();
        }
        if (list.size() > most) {
            refuse("There may be " + most + " of these, not " + list.size() + ".");
            return Stream.empty();
        }
        return IntStream.range(0, list.size())
                .mapToObj(i -> new Place(list.get(i), pointer + "/" + i, faults));
    }

    /// Refuses every field that is not one of these. An empty field is as good as none: editors
    /// write what they do not use as null.
    void hasOnly(Set<String> known) {
        if (!(value instanceof Map<?, ?>)) {
            refuse("An object is needed here.");
            return;
        }
        fields().forEach((name, held) -> {
            if (held != null && !known.contains(name)) {
                // A name of any length is not repeated.
                var whole = name.length() > LONGEST_NAME ? this : at(escaped(name));
                whole.refuse("Nothing of this name is known here.");
            }
        });
    }

    /// A text that is there and not too long; line breaks and tabs may be in it, other control
    /// characters and halves of characters may not.
    String text(int longest) {
        if (!(value instanceof String text)) {
            refuse("A text is needed here.");
            return "";
        }
        if (text.length() > longest) {
            refuse("A text may have " + longest + " characters here.");
        } else if (text.codePoints().anyMatch(Place::isUnprintable)) {
            refuse("The text holds a character that cannot be shown.");
        }
        return text;
    }

    /// A text of a given form.
    String word(Pattern form) {
        var text = text(Integer.MAX_VALUE);
        if (value instanceof String && !form.matcher(text).matches()) {
            refuse("The text does not have the form it needs here.");
        }
        return text;
    }

    UUID id() {
        try {
            if (value instanceof String text) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException e) {
            // Told below, like a value that is no text at all.
        }
        refuse("An id is needed here.");
        return NONE;
    }

    int number(int from, int to) {
        if (value instanceof Integer number && number >= from && number <= to) {
            return number;
        }
        refuse("A whole number from " + from + " to " + to + " is needed here.");
        return from;
    }

    void refuse(String detail) {
        refuse(BodyRefused.NOT_ALLOWED, detail);
    }

    void refuse(String code, String detail) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(code, pointer, detail));
        }
    }

    @SuppressWarnings("unchecked") // JSON has no other keys than texts
    private Map<String, @Nullable Object> fields() {
        return value instanceof Map<?, ?> map
                ? (Map<String, @Nullable Object>) map
                : Map.<String, @Nullable Object>of();
    }

    /// As RFC 6901 writes a name in a pointer.
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isUnprintable(int codePoint) {
        var isControl = Character.isISOControl(codePoint) && "\n\r\t".indexOf(codePoint) < 0;
        return isControl || Character.getType(codePoint) == Character.SURROGATE;
    }
}
