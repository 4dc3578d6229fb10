package dev.lectern.payment.pricing.web;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.payment.pricing.application.PriceView;
import dev.lectern.payment.pricing.application.PriceViews;
import dev.lectern.payment.pricing.application.SettingPrices;
import dev.lectern.payment.pricing.domain.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What courses cost, for those who write them.
@RestController
@RequestMapping("/api/v1/prices/{courseId}")
class PriceController {

    private final SettingPrices setting;
    private final PriceViews views;

    PriceController(SettingPrices setting, PriceViews views) {
        this.setting = setting;
        this.views = views;
    }

    /// @param price tax included; amount 0 for a free course
    record PriceRequest(@NotNull @Valid PriceAmount price) {}

    /// @param amount in minor units of the currency
    /// @param currency ISO 4217, in capital letters
    record PriceAmount(
            @NotNull @PositiveOrZero Long amount,
            @NotNull @Size(min = 3, max = 3) String currency) {}

    /// Shows what a course costs and what its author gets of it. It is there, without a price, from
    /// the beginning of the course. 404 for everybody but the members of the course.
    ///
    /// @param courseId the course
    @GetMapping
    ResponseEntity<PriceView> getPrice(@PathVariable UUID courseId, Caller caller) {
        var price = views.one(courseId, caller);
        return ResponseEntity.ok().eTag(IfMatch.etagOf(price.revision())).body(price);
    }

    /// Says what a course costs whoever enrolls from now on. 422 `CURRENCY_UNKNOWN` or
    /// `PRICE_OUT_OF_RANGE`; 404 for everybody but the members of the course.
    ///
    /// @param courseId the course
    @PutMapping
    ResponseEntity<PriceView> putPrice(
            @PathVariable UUID courseId,
            @Valid @RequestBody PriceRequest request,
            IfMatch ifMatch,
            Caller caller) {
        var price = request.price();
        setting.set(courseId, new Money(price.amount(), price.currency()), ifMatch, caller);
        return getPrice(courseId, caller);
    }
}
