package dev.lectern.course.catalog.application;

import dev.lectern.common.problem.GenericRefusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a page of results ended: by what its last course was sorted then. It stays a place in the
/// order when courses are added before it, or that course itself changes.
record SearchCursor(BigDecimal first, BigDecimal second, UUID course) {

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Pattern PLACE =
            Pattern.compile(
                    "(NUMBER) (NUMBER) ([0-9a-f-]{36})"
                            .replace("NUMBER", "-?[0-9]{1,20}(?:[.][0-9]{1,40})?"));

    /// The place this text names; one that names none is refused.
    static @Nullable SearchCursor parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var place = PLACE.matcher(new String(DECODER.decode(text), StandardCharsets.US_ASCII));
            if (place.matches()) {
                return new SearchCursor(
                        new BigDecimal(place.group(1)),
                        new BigDecimal(place.group(2)),
                        UUID.fromString(place.group(3)));
            }
        } catch (IllegalArgumentException e) {
            throw GenericRefusal.unknownParameter("cursor");
        }
        throw GenericRefusal.unknownParameter("cursor");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (first.toPlainString() + " " + second.toPlainString() + " " + course)
                                .getBytes(StandardCharsets.US_ASCII));
    }
}
