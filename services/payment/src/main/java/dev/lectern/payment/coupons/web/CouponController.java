package dev.lectern.payment.coupons.web;

import dev.lectern.common.idempotency.Idempotency;
import dev.lectern.common.idempotency.IdempotencyKey;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.Created;
import dev.lectern.common.web.Page;
import dev.lectern.common.web.PageQuery;
import dev.lectern.payment.coupons.application.CheckingCoupons;
import dev.lectern.payment.coupons.application.CouponCheckView;
import dev.lectern.payment.coupons.application.CouponView;
import dev.lectern.payment.coupons.application.CouponViews;
import dev.lectern.payment.coupons.application.IssuingCoupons;
import dev.lectern.payment.coupons.application.IssuingCoupons.Issue;
import dev.lectern.payment.coupons.domain.CouponCode;
import dev.lectern.payment.coupons.domain.CouponTerms;
import dev.lectern.payment.coupons.domain.Rebate;
import dev.lectern.payment.pricing.domain.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Codes that take something off the price of a course.
@RestController
@RequestMapping("/api/v1/coupons")
class CouponController {

    private final IssuingCoupons issuing;
    private final CheckingCoupons checking;
    private final CouponViews views;
    private final Idempotency idempotency;

    CouponController(
            IssuingCoupons issuing,
            CheckingCoupons checking,
            CouponViews views,
            Idempotency idempotency) {
        this.issuing = issuing;
        this.checking = checking;
        this.views = views;
        this.idempotency = idempotency;
    }

    /// @param code 3 to 32 letters from A to Z, digits or hyphens; small letters become capital
    ///   ones
    /// @param percentOff 1 to 100; either this or `amountOff`
    /// @param amountOff in the currency of the course's price
    /// @param maxUses by everybody together; without it there is no limit
    /// @param maxUsesPerLearner without it there is no limit
    /// @param startsAt without it the coupon can be used at once
    /// @param endsAt without it the coupon never ends
    record CouponRequest(
            @NotBlank @Size(max = 40) String code,
            @NotNull UUID courseId,
            @Nullable @Min(1) @Max(100) Integer percentOff,
            @Nullable @Valid AmountOff amountOff,
            @Nullable @Positive @Max(1_000_000) Integer maxUses,
            @Nullable @Positive @Max(1_000) Integer maxUsesPerLearner,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {

        Issue issue() {
            return new Issue(
                    new CouponCode(code),
                    courseId,
                    new Rebate(percentOff, amountOff == null ? null : amountOff.money()),
                    new CouponTerms(maxUses, maxUsesPerLearner, startsAt, endsAt));
        }
    }

    /// @param amount in minor units of the currency
    /// @param currency ISO 4217, in capital letters
    record AmountOff(
            @NotNull @Positive Long amount, @NotNull @Size(min = 3, max = 3) String currency) {

        Money money() {
            return new Money(amount, currency);
        }
    }

    /// @param code as a buyer typed it
    record CheckRequest(@NotBlank @Size(max = 100) String code, @NotNull UUID courseId) {}

    /// Gives out a coupon for a course. 409 `CODE_TAKEN`; 404 for everybody but the members of the
    /// course.
    @PostMapping
    ResponseEntity<CouponView> issueCoupon(
            @Valid @RequestBody CouponRequest request, Caller caller, IdempotencyKey key) {
        var outcome =
                idempotency.once(
                        key.of(caller.id(), "issue-coupon", request),
                        () -> issuing.issue(request.issue(), caller));
        return Created.at("/api/v1/coupons/{id}", outcome, views.one(outcome.id(), caller));
    }

    /// Lists the coupons of a course, newest first. 404 for everybody but the members of the
    /// course.
    ///
    /// @param courseId the course
    @GetMapping
    Page<CouponView> listCoupons(@RequestParam UUID courseId, PageQuery page, Caller caller) {
        return views.all(courseId, page, caller);
    }

    /// Shows a coupon. 404 for everybody but the members of its course.
    @GetMapping("/{id}")
    CouponView getCoupon(@PathVariable UUID id, Caller caller) {
        return views.one(id, caller);
    }

    /// Says what a coupon would do to the price of a course for the caller; nothing is taken yet.
    /// 404 for a course that is unknown, was never published or has no price.
    @PostMapping("/validate")
    CouponCheckView validateCoupon(@Valid @RequestBody CheckRequest request, Caller caller) {
        return checking.check(request.code(), request.courseId(), caller);
    }
}
