package dev.lectern.content.authoring.domain.body;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// An address in a lesson. It is parsed, never searched for bad parts, and what does not parse by
/// the strict grammar is refused and not repaired: a browser would repair it differently.
public record Address(String text) {

    static final int LONGEST = 2048;

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern MAILBOX =
            Pattern.compile(
                    "[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]{1,253}"
                            // An encoded line break would begin a further header.
                            + "(\\?subject=([^&?%]|%[2-9A-Fa-f][0-9A-Fa-f])*)?");

    /// Where a link may lead: a page on the web or a mailbox.
    static Optional<Address> ofLink(String text) {
        return parse(text)
                .filter(uri -> isOnTheWeb(uri, WEB) || isMailbox(uri))
                .map(uri -> new Address(text));
    }

    /// What may be shown inside a lesson: a page of a listed host, by https and its usual port.
    static Optional<Address> ofEmbed(String text, EmbedHosts hosts) {
        return parse(text)
                .filter(uri -> isOnTheWeb(uri, Set.of("https")))
                .filter(uri -> uri.getPort() == -1)
                .filter(uri -> hosts.names().contains(lower(uri.getHost())))
                .map(uri -> new Address(text));
    }

    private static boolean isOnTheWeb(URI uri, Set<String> schemes) {
        return schemes.contains(lower(uri.getScheme()))
                && uri.getHost() != null
                // A name before the host is there to be mistaken for it.
                && uri.getRawUserInfo() == null;
    }

    private static boolean isMailbox(URI uri) {
        return lower(uri.getScheme()).equals("mailto")
                && uri.isOpaque()
                && MAILBOX.matcher(uri.getRawSchemeSpecificPart()).matches();
    }

    private static Optional<URI> parse(String text) {
        if (text.length() > LONGEST || text.codePoints().anyMatch(Address::isSlippery)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// What is not seen, or read differently by different parsers.
    private static boolean isSlippery(int codePoint) {
        return codePoint == '\\'
                || Character.isISOControl(codePoint)
                || Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.FORMAT
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.UNASSIGNED;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
