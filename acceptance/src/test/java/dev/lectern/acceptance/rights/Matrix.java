package dev.lectern.acceptance.rights;

import dev.lectern.acceptance.api.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The table of `docs/rights.md`.
///
/// @param callers the columns
/// @param rows the cells of each operation, in the order of the columns
/// @param stepUps the operations marked with S
public record Matrix(List<String> callers, Map<String, List<String>> rows, Set<String> stepUps) {

    private static final Path FILE =
            Path.of(System.getProperty("lectern.root", "..")).resolve("docs/rights.md");
    private static final Pattern ROW =
            Pattern.compile("\\| (operation|[A-Z]+ /\\S*)( S)? \\|(.*)\\|");

    public static Matrix read() {
        try {
            var rows = new LinkedHashMap<String, List<String>>();
            var stepUps = new TreeSet<String>();
            for (var line : Files.readAllLines(FILE)) {
                var row = ROW.matcher(line);
                if (row.matches()) {
                    rows.put(row.group(1), cells(row.group(3)));
                    if (row.group(2) != null) {
                        stepUps.add(row.group(1));
                    }
                }
            }
            var callers = rows.remove("operation");
            if (callers == null) {
                throw new AssertionError("no table in " + FILE);
            }
            return new Matrix(callers, rows, stepUps);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What this caller is to be answered.
    public String cell(Operation operation, String caller) {
        return Objects.requireNonNull(rows.get(operation.name()), operation.name())
                .get(callers.indexOf(caller));
    }

    /// The first of the people who may do this; a stranger only where strangers may.
    public String whoMay(Operation operation) {
        return callers.stream()
                .filter(caller -> cell(operation, caller).matches("✓|own"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }
}
