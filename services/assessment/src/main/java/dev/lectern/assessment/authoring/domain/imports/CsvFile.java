package dev.lectern.assessment.authoring.domain.imports;

import dev.lectern.assessment.authoring.domain.Kind;
import dev.lectern.assessment.authoring.domain.Question;
import dev.lectern.assessment.authoring.domain.Question.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// A table of questions. Its first line names the columns, in any order: `kind` and `text`; and, as
/// the kind asks, `correct`, `wrong`, `tolerance`, `points` (1), `tags`, `feedback`. Several values
/// in one cell stand apart by `|`.
final class CsvFile {

    private static final Set<String> COLUMNS =
            Set.of("kind", "text", "points", "tags", "correct", "wrong", "tolerance", "feedback");

    private CsvFile() {}

    static Imported read(String text) {
        var result = Imported.nothing();
        var rows = CsvRow.all(text);
        if (rows.isEmpty()) {
            return result;
        }
        var header = rows.getFirst();
        var columns = header.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        if (!isHeader(columns)) {
            result.errors()
                    .add(
                            new Imported.BadLine(
                                    header.line(),
                                    "LINE_UNREADABLE",
                                    "The first line names the columns: kind, text and some of "
                                            + COLUMNS.stream().sorted().toList()));
            return result;
        }
        rows.stream()
                .skip(1)
                .forEach(row ->
                        result.take(
                                row.line(),
                                String.join("", row.cells()),
                                () -> question(cellsOf(row, columns))));
        return result;
    }

    private static boolean isHeader(List<String> columns) {
        return columns.contains("kind")
                && columns.contains("text")
                && COLUMNS.containsAll(columns)
                && new HashSet<>(columns).size() == columns.size();
    }

    private static Map<String, String> cellsOf(CsvRow row, List<String> columns) {
        if (!row.closed()) {
            throw LineRefused.unreadable("A quote is not closed.");
        }
        if (row.cells().size() != columns.size()) {
            throw LineRefused.unreadable(
                    "The line has %d cells, the first line %d."
                            .formatted(row.cells().size(), columns.size()));
        }
        var cells = new HashMap<String, String>();
        for (var i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), row.cells().get(i));
        }
        return cells;
    }

    private static Question question(Map<String, String> cells) {
        var kind = kindOf(cells.getOrDefault("kind", ""));
        var correct = several(cells, "correct");
        var number = kind == Kind.NUMERIC ? numberIn(cells, "correct") : null;
        return new Question(
                kind,
                cells.getOrDefault("text", ""),
                pointsOf(cells.getOrDefault("points", "")),
                optionsOf(kind, correct, several(cells, "wrong")),
                number,
                number == null ? null : toleranceOf(cells),
                kind == Kind.SHORT_TEXT ? correct : List.of(),
                several(cells, "tags"),
                cells.getOrDefault("feedback", "").isBlank() ? null : cells.get("feedback"));
    }

    private static Kind kindOf(String written) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> LineRefused.kindUnsupported("\"" + written + "\"."));
    }

    private static List<Option> optionsOf(Kind kind, List<String> correct, List<String> wrong) {
        if (!kind.hasOptions()) {
            if (!wrong.isEmpty()) {
                throw LineRefused.unreadable(kind + " has no wrong answers to list.");
            }
            return List.of();
        }
        return Stream.concat(
                        correct.stream().map(text -> new Option(text, true, null)),
                        wrong.stream().map(text -> new Option(text, false, null)))
                .toList();
    }

    private static int pointsOf(String written) {
        if (written.isBlank()) {
            return 1;
        }
        if (!written.matches("\\d{1,4}")) {
            throw LineRefused.unreadable("Points are a whole number: \"" + written + "\".");
        }
        return Integer.parseInt(written);
    }

    private static BigDecimal toleranceOf(Map<String, String> cells) {
        return cells.getOrDefault("tolerance", "").isBlank()
                ? BigDecimal.ZERO
                : numberIn(cells, "tolerance");
    }

    private static BigDecimal numberIn(Map<String, String> cells, String column) {
        var written = cells.getOrDefault(column, "");
        if (!written.matches("[-+]?\\d{1,20}(\\.\\d{1,20})?")) {
            throw LineRefused.unreadable("Not a number: \"" + written + "\".");
        }
        return new BigDecimal(written);
    }

    private static List<String> several(Map<String, String> cells, String column) {
        return Stream.of(cells.getOrDefault(column, "").split("\\|"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
