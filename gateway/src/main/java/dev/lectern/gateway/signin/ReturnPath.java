package dev.lectern.gateway.signin;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a browser goes after signing in: a path of this origin and nothing else.
final class ReturnPath {

    static final String PARAMETER = "returnTo";

    private static final URI HOME = URI.create("/");

    /// Printable, without backslash, and not starting like `//host`: browsers drop tabs and line
    /// ends and take a backslash for a slash.
    private static final Pattern OWN = Pattern.compile("/(?!/)[\\x21-\\x7e&&[^\\\\]]{0,2000}");

    private ReturnPath() {}

    static URI of(@Nullable Object wanted) {
        if (!(wanted instanceof String path) || !OWN.matcher(path).matches()) {
            return HOME;
        }
        try {
            return URI.create(path);
        } catch (IllegalArgumentException _) {
            return HOME;
        }
    }
}
