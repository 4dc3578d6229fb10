package dev.lectern.payment.pricing.domain;

import jakarta.persistence.Embeddable;

/// An amount of one currency.
///
/// @param amount in minor units, such as cents
/// @param currency ISO 4217
@Embeddable
public record Money(long amount, String currency) {

    private static final int WHOLE = 100;
    private static final int BASIS_POINTS = 10_000;

    /// What is left of it without the tax it includes, rounded down.
    public Money withoutTax(int basisPoints) {
        return new Money(
                Math.multiplyExact(amount, BASIS_POINTS) / (BASIS_POINTS + basisPoints), currency);
    }

    /// So many hundredths of it, rounded down.
    public Money share(int percent) {
        return new Money(Math.multiplyExact(amount, percent) / WHOLE, currency);
    }

    /// What is left when some of it is taken away.
    public Money minus(Money part) {
        requireSame(part);
        return new Money(Math.subtractExact(amount, part.amount), currency);
    }

    public Money plus(Money more) {
        requireSame(more);
        return new Money(Math.addExact(amount, more.amount), currency);
    }

    private void requireSame(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(other.currency + " is not " + currency);
        }
    }
}
