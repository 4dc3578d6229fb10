package dev.lectern.assessment.authoring.domain;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A question as its author wrote it, key included. Texts are plain: what looks like markup in them
/// is shown as it is written. One that nobody could answer rightly cannot exist.
///
/// @param points what the right answer is worth
/// @param options what can be chosen; empty unless the kind has options
/// @param value the right number; only for NUMERIC
/// @param tolerance how far off a number may be; only for NUMERIC
/// @param accepted the right words, in any case and spacing; only for SHORT_TEXT
/// @param tags by which a quiz can draw
/// @param feedback what is said of the question once its answer is shown
public record Question(
        Kind kind,
        String text,
        int points,
        List<Option> options,
        @Nullable BigDecimal value,
        @Nullable BigDecimal tolerance,
        List<String> accepted,
        List<String> tags,
        @Nullable String feedback) {

    public static final int LONGEST_TEXT = 10_000;
    public static final int LONGEST_OPTION = 2_000;
    public static final int LONGEST_ACCEPTED = 200;
    public static final int LONGEST_TAG = 40;
    public static final int MOST_POINTS = 1_000;
    public static final int MOST_OPTIONS = 100;
    public static final int MOST_ACCEPTED = 50;
    public static final int MOST_TAGS = 20;

    /// Nobody needs more digits, and with a million of them adding takes minutes.
    private static final int MOST_DIGITS = 30;

    /// One thing to choose.
    ///
    /// @param feedback what is said to whoever chose it, once the answer is shown
    public record Option(String text, boolean correct, @Nullable String feedback) {

        public Option {
            text = text.strip();
            requireLength(text, 1, LONGEST_OPTION, "/options");
            requireLength(feedback, LONGEST_OPTION, "/options");
        }
    }

    public Question {
        text = text.strip();
        options = List.copyOf(options);
        accepted = accepted.stream().map(String::strip).distinct().toList();
        tags = tags.stream().map(String::strip).distinct().toList();
        requireLength(text, 1, LONGEST_TEXT, "/text");
        requireLength(feedback, LONGEST_TEXT, "/feedback");
        require(points >= 1 && points <= MOST_POINTS, "/points", "1 to " + MOST_POINTS + ".");
        require(tags.size() <= MOST_TAGS, "/tags", "At most " + MOST_TAGS + ".");
        tags.forEach(tag -> requireLength(tag, 1, LONGEST_TAG, "/tags"));
        requireOptions(kind, options);
        requireNumber(kind, value, tolerance);
        requireAccepted(kind, accepted);
    }

    /// Whether a number is as near to the right one as it must be.
    public boolean isNear(BigDecimal given) {
        return value != null
                && tolerance != null
                && value.subtract(given).abs().compareTo(tolerance) <= 0;
    }

    /// Whether these words are accepted; case and spacing do not matter.
    public boolean isAccepted(String given) {
        return accepted.stream().anyMatch(words -> folded(words).equals(folded(given)));
    }

    /// Whether a number is one that can be reckoned with.
    public static boolean isReckonable(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS;
    }

    private static String folded(String words) {
        return words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    private static void requireOptions(Kind kind, List<Option> options) {
        if (!kind.hasOptions()) {
            require(options.isEmpty(), "/options", kind + " has no options.");
            return;
        }
        var least = 2;
        var most = kind == Kind.TRUE_FALSE ? 2 : MOST_OPTIONS;
        require(
                options.size() >= least && options.size() <= most,
                "/options",
                kind + " has " + (most == 2 ? "two" : "two to " + most) + " options.");
        var texts = new HashSet<String>();
        options.forEach(option ->
                require(texts.add(folded(option.text())), "/options", "Two options say the same."));
        var correct = options.stream().filter(Option::correct).count();
        if (correct == 0) {
            throw QuestionRefused.noCorrectOption();
        }
        require(
                correct == 1 || kind == Kind.MULTIPLE,
                "/options",
                kind + " has one correct option.");
    }

    private static void requireNumber(
            Kind kind, @Nullable BigDecimal value, @Nullable BigDecimal tolerance) {
        if (kind != Kind.NUMERIC) {
            require(value == null, "/value", kind + " has no value.");
            require(tolerance == null, "/tolerance", kind + " has no tolerance.");
            return;
        }
        require(value != null && isReckonable(value), "/value", "A number of usual size.");
        require(
                tolerance != null && isReckonable(tolerance) && tolerance.signum() >= 0,
                "/tolerance",
                "A number of usual size, not below zero.");
    }

    private static void requireAccepted(Kind kind, List<String> accepted) {
        if (kind != Kind.SHORT_TEXT) {
            require(accepted.isEmpty(), "/accepted", kind + " has no accepted words.");
            return;
        }
        require(
                !accepted.isEmpty() && accepted.size() <= MOST_ACCEPTED,
                "/accepted",
                "1 to " + MOST_ACCEPTED + " answers.");
        accepted.forEach(words -> requireLength(words, 1, LONGEST_ACCEPTED, "/accepted"));
    }

    private static void requireLength(@Nullable String text, int most, String pointer) {
        if (text != null) {
            requireLength(text, 0, most, pointer);
        }
    }

    private static void requireLength(String text, int least, int most, String pointer) {
        require(
                text.length() >= least && text.length() <= most,
                pointer,
                least + " to " + most + " characters.");
    }

    private static void require(boolean holds, String pointer, String detail) {
        if (!holds) {
            throw QuestionRefused.invalid(pointer, detail);
        }
    }
}
