package dev.lectern.analytics.domain;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Names of fields that say who somebody is. They are looked for at every depth, whatever the case
/// and the separators.
public final class PersonalKeys {

    private static final Set<String> NAMES =
            Set.of(
                    "email",
                    "mail",
                    "emailaddress",
                    "name",
                    "firstname",
                    "lastname",
                    "fullname",
                    "displayname",
                    "username",
                    "holdername",
                    "phone",
                    "phonenumber",
                    "mobile",
                    "address",
                    "street",
                    "postcode",
                    "zipcode",
                    "ip",
                    "ipaddress",
                    "birthdate",
                    "dateofbirth",
                    "password",
                    "iban",
                    "cardnumber",
                    "ssn",
                    "useragent",
                    "avatarurl");

    private PersonalKeys() {}

    /// Whether a field of this name would carry personal data.
    public static boolean has(String key) {
        return NAMES.contains(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /// The first such name anywhere below.
    public static Optional<String> firstIn(@Nullable Object value) {
        return namesIn(value).filter(PersonalKeys::has).findFirst();
    }

    private static Stream<String> namesIn(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .flatMap(e ->
                                    Stream.concat(
                                            Stream.of(String.valueOf(e.getKey())),
                                            namesIn(e.getValue())));
            case Collection<?> all -> all.stream().flatMap(PersonalKeys::namesIn);
            case null, default -> Stream.empty();
        };
    }
}
