package dev.lectern.assessment.authoring.domain.imports;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.Question.Option;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One question in GIFT. Every question is worth one point, because GIFT has no points.
final class GiftQuestion {

    private static final String ESCAPED = "~=#{}:\\";

    /// Stands for the first escaped character while the text is taken apart; nobody writes it.
    private static final char PLACEHOLDER = '\uE000';

    private static final Pattern TITLE = Pattern.compile("(?s)^::.*?::");
    private static final Pattern FORMAT = Pattern.compile("^\\[(\\w+)]");
    private static final Pattern TRUTH = Pattern.compile("(?s)(T|TRUE|F|FALSE)\\s*(#.*)?");
    private static final Pattern ANSWER = Pattern.compile("(?s)([~=])([^~=]*)");
    private static final Pattern WEIGHT =
            Pattern.compile("(?s)^\\s*%(-?\\d{1,3}(?:\\.\\d+)?)%(.*)");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?\\d{1,20}(\\.\\d{1,20})?([eE][-+]?\\d{1,2})?");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final String source;
    private final List<String> tags;

    GiftQuestion(String source, List<String> tags) {
        this.source = hidden(source.strip());
        this.tags = tags;
    }

    private record Answer(
            boolean right, String text, @Nullable BigDecimal weight, @Nullable String feedback) {

        boolean isWeighed() {
            return weight != null && weight.compareTo(right ? WHOLE : BigDecimal.ZERO) != 0;
        }
    }

    Question read() {
        var body = TITLE.matcher(source).replaceFirst("").strip();
        var format = FORMAT.matcher(body);
        if (format.find()) {
            requirePlain(format.group(1));
            body = body.substring(format.end());
        }
        var open = body.indexOf('{');
        var close = body.lastIndexOf('}');
        if (open < 0 && close < 0) {
            throw LineRefused.kindUnsupported("a text without answers.");
        }
        if (open < 0 || close < open || body.indexOf('{', open + 1) >= 0) {
            throw LineRefused.unreadable("The answers stand between one { and one }.");
        }
        var after = body.substring(close + 1).strip();
        var text = body.substring(0, open).strip() + (after.isEmpty() ? "" : " _____ " + after);
        return answered(text, body.substring(open + 1, close).strip());
    }

    private static void requirePlain(String format) {
        if (!format.equals("plain") && !format.equals("moodle")) {
            throw LineRefused.formatUnsupported(format);
        }
    }

    private Question answered(String text, String block) {
        var parts = block.split("####", 2);
        var answers = parts[0].strip();
        var general = parts.length == 2 ? parts[1].strip() : null;
        if (answers.isEmpty()) {
            throw LineRefused.kindUnsupported("an essay.");
        }
        if (answers.startsWith("#")) {
            return numeric(text, answers.substring(1).strip(), general);
        }
        var truth = TRUTH.matcher(answers);
        if (truth.matches()) {
            var isTrue = truth.group(1).startsWith("T");
            return question(
                    Kind.TRUE_FALSE,
                    text,
                    List.of(new Option("True", isTrue, null), new Option("False", !isTrue, null)),
                    List.of(),
                    said(general, Stream.of(truth.group(2) == null ? "" : truth.group(2))));
        }
        return chosen(text, answersOf(answers), general);
    }

    private Question chosen(String text, List<Answer> answers, @Nullable String general) {
        if (answers.stream().allMatch(Answer::right)) {
            return shortText(text, answers, general);
        }
        var isSingle = answers.stream().anyMatch(Answer::right);
        if (isSingle && answers.stream().anyMatch(Answer::isWeighed)) {
            throw LineRefused.weightUnsupported();
        }
        // Without "=" the weights tell which options are right; which share each has is lost.
        var isMultiple = !isSingle && answers.stream().anyMatch(answer -> answer.weight() != null);
        return question(
                isMultiple ? Kind.MULTIPLE : Kind.SINGLE,
                text,
                answers.stream().map(GiftQuestion::option).toList(),
                List.of(),
                general);
    }

    private static Option option(Answer answer) {
        var weight = answer.weight();
        return new Option(
                shown(answer.text()),
                answer.right() || (weight != null && weight.signum() > 0),
                answer.feedback() == null ? null : shown(answer.feedback()));
    }

    private Question shortText(String text, List<Answer> answers, @Nullable String general) {
        if (answers.stream().anyMatch(answer -> answer.text().contains("->"))) {
            throw LineRefused.kindUnsupported("matching.");
        }
        if (answers.stream().anyMatch(Answer::isWeighed)) {
            throw LineRefused.weightUnsupported();
        }
        return question(
                Kind.SHORT_TEXT,
                text,
                List.of(),
                answers.stream().map(answer -> shown(answer.text())).toList(),
                said(general, answers.stream().map(Answer::feedback)));
    }

    private static List<Answer> answersOf(String block) {
        var matcher = ANSWER.matcher(block);
        var answers = new ArrayList<Answer>();
        var end = 0;
        while (matcher.find() && matcher.start() == end) {
            answers.add(answer(matcher.group(1).equals("="), matcher.group(2)));
            end = matcher.end();
        }
        if (end != block.length()) {
            throw LineRefused.unreadable("Every answer begins with = or ~.");
        }
        return answers;
    }

    private static Answer answer(boolean right, String written) {
        var parts = written.split("#", 2);
        var weight = WEIGHT.matcher(parts[0]);
        var isWeighed = weight.matches();
        return new Answer(
                right,
                (isWeighed ? weight.group(2) : parts[0]).strip(),
                isWeighed ? new BigDecimal(weight.group(1)) : null,
                parts.length == 2 ? parts[1].strip() : null);
    }

    private Question numeric(String text, String written, @Nullable String general) {
        var parts = (written.startsWith("=") ? written.substring(1) : written).split("#", 2);
        var number = parts[0].strip();
        if (number.contains("=") || number.contains("~")) {
            throw LineRefused.kindUnsupported("a number with several answers.");
        }
        var feedback = said(general, Stream.of(parts.length == 2 ? parts[1] : ""));
        if (number.contains("..")) {
            var ends = number.split("\\.\\.", 2);
            var from = number(ends[0]);
            var width = number(ends[1]).subtract(from);
            var half = width.divide(BigDecimal.TWO);
            return numeric(text, from.add(half), half, feedback);
        }
        var pair = number.split(":", 2);
        var tolerance = pair.length == 2 ? number(pair[1]) : BigDecimal.ZERO;
        return numeric(text, number(pair[0]), tolerance, feedback);
    }

    private static BigDecimal number(String written) {
        if (!NUMBER.matcher(written.strip()).matches()) {
            throw LineRefused.unreadable("Not a number: \"" + shown(written) + "\".");
        }
        return new BigDecimal(written.strip());
    }

    private Question numeric(
            String text, BigDecimal value, BigDecimal tolerance, @Nullable String feedback) {
        return new Question(
                Kind.NUMERIC,
                shown(text),
                1,
                List.of(),
                value,
                tolerance,
                List.of(),
                tags,
                feedback);
    }

    private Question question(
            Kind kind,
            String text,
            List<Option> options,
            List<String> accepted,
            @Nullable String feedback) {
        return new Question(
                kind,
                shown(text),
                1,
                options,
                null,
                null,
                accepted,
                tags,
                feedback == null ? null : shown(feedback));
    }

    /// Everything there is to say, once.
    private static @Nullable String said(
            @Nullable String general, Stream<@Nullable String> ofAnswers) {
        var all =
                Stream.concat(Stream.ofNullable(general), ofAnswers.filter(Objects::nonNull))
                        .map(text -> text.replaceFirst("^#+", "").strip())
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return all.isEmpty() ? null : shown(all);
    }

    private static String hidden(String text) {
        var hidden = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var next = i + 1 < text.length() ? ESCAPED.indexOf(text.charAt(i + 1)) : -1;
            if (text.charAt(i) == '\\' && next >= 0) {
                hidden.append((char) (PLACEHOLDER + next));
                i++;
            } else {
                hidden.append(text.charAt(i));
            }
        }
        return hidden.toString();
    }

    private static String shown(String hidden) {
        var text = hidden;
        for (var i = 0; i < ESCAPED.length(); i++) {
            text = text.replace((char) (PLACEHOLDER + i), ESCAPED.charAt(i));
        }
        return text.replace("\\n", "\n").strip();
    }
}
