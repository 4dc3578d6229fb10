package dev.lectern.auth.integration;

import dev.lectern.auth.domain.LeakedPasswords;
import dev.lectern.auth.domain.RawPassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// A list of the passwords tried first, in `known-passwords.txt`. It has stems only: digits and
/// signs behind one, and letters written as digits, change nothing for an attacker.
@Component
class KnownPasswords implements LeakedPasswords {

    private static final String FILE = "known-passwords.txt";
    private static final Pattern TAIL = Pattern.compile("[^\\p{L}]+$");

    private final Set<String> stems = read();

    @Override
    public boolean contains(RawPassword password) {
        var text = password.value().toLowerCase(Locale.ROOT);
        if (stems.contains(text) || isOneSign(text)) {
            return true;
        }
        return stems.contains(TAIL.matcher(text).replaceFirst(""))
                || stems.contains(TAIL.matcher(spelledOut(text)).replaceFirst(""))
                || stems.contains(spelledOut(TAIL.matcher(text).replaceFirst("")));
    }

    private static boolean isOneSign(String text) {
        return text.chars().distinct().count() == 1;
    }

    private static String spelledOut(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static Set<String> read() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }
}
