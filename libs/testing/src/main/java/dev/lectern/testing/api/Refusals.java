package dev.lectern.testing.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// A comment of an operation, taken apart: what it does, and at its end what it is refused with,
/// for example ``409 `SOLD_OUT` or `RUN_CLOSED`; 404 for a run nobody offers.``
///
/// @param description what comes before the first status
record Refusals(String description, List<Refusals.Stated> stated) {

    static final String CODE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)+|FORBIDDEN|UNAVAILABLE";

    private static final Pattern STATUS =
            Pattern.compile("(?:^|(?<=[.;,]\\s)|(?<=\\sand\\s))([345]\\d\\d)(?=\\s|$)");
    private static final Pattern QUOTED = Pattern.compile("`(" + CODE + ")`");
    private static final Pattern LEADING_CODES =
            Pattern.compile("^(?:(?:,|or|and|\\s)*`(?:" + CODE + ")`)*\\s*");

    /// One status with its codes.
    ///
    /// @param when what the comment says besides the codes, perhaps nothing
    record Stated(int status, List<String> codes, String when) {}

    static Refusals in(String comment) {
        var status = STATUS.matcher(comment);
        var starts = new ArrayList<Integer>();
        while (status.find()) {
            starts.add(status.start());
        }
        if (starts.isEmpty()) {
            return new Refusals(comment, List.of());
        }
        starts.add(comment.length());
        var stated = new ArrayList<Stated>();
        for (var i = 0; i + 1 < starts.size(); i++) {
            stated.add(statedIn(comment.substring(starts.get(i), starts.get(i + 1))));
        }
        return new Refusals(sentence(comment.substring(0, starts.getFirst())), stated);
    }

    private static Stated statedIn(String part) {
        var said = part.substring(3).strip();
        var codes = new ArrayList<String>();
        var quoted = QUOTED.matcher(said);
        while (quoted.find()) {
            codes.add(quoted.group(1));
        }
        Collections.sort(codes);
        var when = LEADING_CODES.matcher(said).replaceFirst("");
        return new Stated(
                Integer.parseInt(part.substring(0, 3)), List.copyOf(codes), sentence(when));
    }

    private static String sentence(String text) {
        var bare = text.strip().replaceAll("(?:[.;,]|\\sand)+$", "");
        return bare.isEmpty()
                ? ""
                : Character.toUpperCase(bare.charAt(0)) + bare.substring(1) + ".";
    }
}
