package dev.lectern.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Other ways to write a path, some of which a careless reader takes for the same.
final class Spellings {

    private Spellings() {}

    static List<String> of(String path) {
        String[] segments = path.substring(1).split("/");
        List<String> spellings = new ArrayList<>();
        for (int i = 0; i < segments.length; i++) {
            spellings.add(
                    with(segments, i, encoded(segments[i].charAt(0)) + segments[i].substring(1)));
            spellings.add(with(segments, i, ";x=y" + segments[i]));
            spellings.add(with(segments, i, segments[i] + ";x=y"));
            spellings.add(with(segments, i, segments[i] + ";"));
            spellings.add(with(segments, i, segments[i] + "%3bx"));
            spellings.add(with(segments, i, "/" + segments[i]));
            spellings.add(with(segments, i, "./" + segments[i]));
            spellings.add(with(segments, i, "%2e/" + segments[i]));
            spellings.add(with(segments, i, "x/../" + segments[i]));
            spellings.add(with(segments, i, "x/%2e%2E/" + segments[i]));
            spellings.add(with(segments, i, "x/..%2f" + segments[i]));
            spellings.add(with(segments, i, "x/..%5c" + segments[i]));
            spellings.add(with(segments, i, segments[i] + "%00"));
            spellings.add(with(segments, i, segments[i] + "%20"));
            spellings.add(with(segments, i, segments[i].toUpperCase(Locale.ROOT)));
            spellings.add(with(segments, i, "%25" + encoded(segments[i].charAt(0)).substring(1)));
        }
        spellings.add("/" + String.join("%2f", segments));
        spellings.add("/" + String.join("%5C", segments));
        spellings.add("/" + String.join("\\", segments));
        spellings.add(path + "/");
        spellings.add(path + "%2f");
        spellings.add(path + "#/health");
        spellings.add("http://localhost" + path);
        spellings.add("http://localhost/" + encoded(path.charAt(1)) + path.substring(2));
        spellings.add(
                "/"
                        + path.substring(1)
                                .chars()
                                .mapToObj(c -> c == '/' ? "/" : encoded((char) c))
                                .reduce("", String::concat));
        return spellings;
    }

    private static String with(String[] segments, int at, String instead) {
        String[] changed = segments.clone();
        changed[at] = instead;
        return "/" + String.join("/", changed);
    }

    private static String encoded(char letter) {
        return "%%%02x".formatted((int) letter);
    }
}
