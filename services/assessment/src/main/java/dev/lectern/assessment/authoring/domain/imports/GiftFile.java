package dev.lectern.assessment.authoring.domain.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A file in Moodle's GIFT format: questions with a blank line between. Comments may carry tags
/// (`// [tag:waves]`); titles and categories say where a question was kept and are left out.
final class GiftFile {

    private static final Pattern TAG = Pattern.compile("\\[tag:([^\\]]+)]");

    private final Imported result = Imported.nothing();
    private final StringBuilder block = new StringBuilder();
    private List<String> tags = new ArrayList<>();
    private int line;
    private int start;

    private GiftFile() {}

    static Imported read(String text) {
        var file = new GiftFile();
        text.lines().forEach(file::take);
        file.end();
        return file.result;
    }

    private void take(String text) {
        line++;
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            end();
        } else if (stripped.startsWith("//")) {
            TAG.matcher(stripped).results().forEach(match -> tags.add(match.group(1)));
        } else if (!stripped.startsWith("$CATEGORY:")) {
            if (block.isEmpty()) {
                start = line;
            }
            block.append(stripped).append('\n');
        }
    }

    /// Tags of a comment alone belong to the question that follows.
    private void end() {
        if (block.isEmpty()) {
            return;
        }
        var source = block.toString();
        var own = tags;
        result.take(start, source, () -> new GiftQuestion(source, own).read());
        block.setLength(0);
        tags = new ArrayList<>();
    }
}
