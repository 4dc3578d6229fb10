package dev.lectern.payment.pricing.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// What holds for every sale.
///
/// @param sharePercent what an author gets of each sale, of what is left without the tax
/// @param taxName such as VAT
/// @param taxCountry ISO 3166, whose tax it is
/// @param taxBasisPoints the tax that every price includes, in hundredths of a percent
@Validated
@ConfigurationProperties("lectern.pricing")
public record PricingSettings(
        @Min(0) @Max(100) int sharePercent,
        @NotBlank String taxName,
        @Pattern(regexp = "[A-Z]{2}") String taxCountry,
        @Min(0) @Max(10_000) int taxBasisPoints) {}
