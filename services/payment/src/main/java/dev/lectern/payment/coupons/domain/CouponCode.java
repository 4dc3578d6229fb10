package dev.lectern.payment.coupons.domain;

import dev.lectern.common.problem.GenericRefusal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a buyer types to use a coupon, in capital letters however it was typed.
///
/// @param text 3 to 32 letters of ASCII, digits or hyphens
public record CouponCode(String text) {

    private static final Pattern FORM =
            Pattern.compile("[A-Z0-9][A-Z0-9-]{1,30}[A-Z0-9]", Pattern.CASE_INSENSITIVE);

    public CouponCode {
        if (!FORM.matcher(text.strip()).matches()) {
            throw GenericRefusal.invalid(
                    "/code", "Use 3 to 32 letters from A to Z, digits or hyphens within.");
        }
        text = text.strip().toUpperCase(Locale.ROOT);
    }

    /// What a buyer typed, if it can be a code at all.
    public static Optional<CouponCode> typed(String text) {
        return FORM.matcher(text.strip()).matches()
                ? Optional.of(new CouponCode(text))
                : Optional.empty();
    }
}
