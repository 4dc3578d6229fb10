package dev.lectern.analytics.application;

import java.util.List;

/// A result that can be shown as rows: the same object is written as JSON and as CSV, so the
/// numbers cannot differ. Cells are ids, numbers, days and codes, which need no quoting.
public interface Table {

    List<String> columns();

    List<List<Object>> rows();

    /// The whole as text.
    default String csv() {
        var text = new StringBuilder(String.join(",", columns())).append("\r\n");
        for (var row : rows()) {
            text.append(String.join(",", row.stream().map(String::valueOf).toList()))
                    .append("\r\n");
        }
        return text.toString();
    }
}
