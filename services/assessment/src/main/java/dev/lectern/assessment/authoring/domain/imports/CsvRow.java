package dev.lectern.assessment.authoring.domain.imports;

import java.util.ArrayList;
import java.util.List;

/// One row of a table, as RFC 4180 writes them: cells in quotes may hold commas, line breaks and,
/// doubled, quotes.
///
/// @param line where it begins, counted from 1
/// @param closed false where the file ends inside quotes
record CsvRow(int line, List<String> cells, boolean closed) {

    static List<CsvRow> all(String text) {
        return new Reader(text).rows();
    }

    private static final class Reader {

        private final String text;
        private final List<CsvRow> rows = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private List<String> cells = new ArrayList<>();
        private boolean quoted;
        private int line = 1;
        private int start = 1;

        Reader(String text) {
            this.text = text.replace("\r\n", "\n");
        }

        List<CsvRow> rows() {
            for (var i = 0; i < text.length(); i++) {
                var isDoubled = quoted && text.charAt(i) == '"' && text.startsWith("\"\"", i);
                take(text.charAt(i), isDoubled);
                if (isDoubled) {
                    i++;
                }
            }
            endRow(!quoted);
            return rows;
        }

        private void take(char next, boolean isDoubled) {
            if (isDoubled) {
                cell.append('"');
            } else if (next == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (next == ',' && !quoted) {
                endCell();
            } else if (next == '\n' && !quoted) {
                endRow(true);
                line++;
                start = line;
            } else {
                line += next == '\n' ? 1 : 0;
                cell.append(next);
            }
        }

        private void endCell() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
        }

        /// A blank line is no row.
        private void endRow(boolean closed) {
            endCell();
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                rows.add(new CsvRow(start, cells, closed));
            }
            cells = new ArrayList<>();
        }
    }
}
