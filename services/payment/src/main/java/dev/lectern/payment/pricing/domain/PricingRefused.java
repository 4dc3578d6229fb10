package dev.lectern.payment.pricing.domain;

import dev.lectern.common.problem.Refusal;
import java.util.Collection;
import java.util.TreeSet;

/// Why a price cannot be asked.
public final class PricingRefused extends Refusal {

    private PricingRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    static PricingRefused currencyUnknown(Collection<String> known) {
        return new PricingRefused(
                "CURRENCY_UNKNOWN",
                "Prices are in one of " + String.join(", ", new TreeSet<>(known)) + ".");
    }

    static PricingRefused outOfRange(long least, long most) {
        return new PricingRefused(
                "PRICE_OUT_OF_RANGE",
                "A price is 0 for free, or between "
                        + least
                        + " and "
                        + most
                        + " in minor units of its currency.");
    }
}
