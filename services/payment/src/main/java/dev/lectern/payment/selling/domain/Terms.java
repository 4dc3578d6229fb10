package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import jakarta.persistence.Embeddable;

/// What held for a sale when it was ordered, whatever the settings say later.
///
/// @param taxName such as VAT
/// @param taxCountry ISO 3166, whose tax it is
/// @param taxBasisPoints the tax a price includes, in hundredths of a percent
/// @param sharePercent what the author gets of what is left without the tax
@Embeddable
public record Terms(String taxName, String taxCountry, int taxBasisPoints, int sharePercent) {

    /// The tax that a price includes.
    public Money taxIn(Money price) {
        return price.minus(price.withoutTax(taxBasisPoints));
    }

    Money authorsShareOf(Money price) {
        return price.withoutTax(taxBasisPoints).share(sharePercent);
    }
}
