package dev.lectern.payment.pricing.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param sharePercent what an author gets of each sale, of what is left without the tax
/// @param taxBasisPoints the tax that every price includes, in hundredths of a percent
@Validated
@ConfigurationProperties("lectern.pricing")
record PricingSettings(
        @Min(0) @Max(100) int sharePercent, @Min(0) @Max(10_000) int taxBasisPoints) {}
