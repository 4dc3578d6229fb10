package dev.lectern.stripe;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// An amount of minor units in words.
final class Price {

    private Price() {}

    static String of(long amount, String currency) {
        var itsCurrency = Currency.getInstance(currency.toUpperCase(Locale.ROOT));
        var format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(itsCurrency);
        format.setMinimumFractionDigits(itsCurrency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(itsCurrency.getDefaultFractionDigits());
        return format.format(BigDecimal.valueOf(amount, itsCurrency.getDefaultFractionDigits()));
    }
}
