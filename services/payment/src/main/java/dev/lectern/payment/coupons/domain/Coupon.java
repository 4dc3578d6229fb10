package dev.lectern.payment.coupons.domain;

import dev.lectern.payment.pricing.domain.Money;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A code that takes something off the price of one course, so and so often.
@Entity
@Table(name = "coupon")
public class Coupon {

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private CouponId id;

    @Version private @Nullable Long version;

    private String code;
    private UUID courseId;
    private @Nullable Integer percentOff;
    private @Nullable Long amountOff;
    private @Nullable String currency;
    private @Nullable Integer maxUses;
    private @Nullable Integer maxUsesPerLearner;
    private @Nullable Instant startsAt;
    private @Nullable Instant endsAt;
    private int uses;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected Coupon() {}

    private Coupon(CouponCode code, UUID courseId, Rebate rebate, CouponTerms terms) {
        this.id = CouponId.next();
        this.code = code.text();
        this.courseId = courseId;
        this.percentOff = rebate.percent();
        var amount = rebate.amount();
        this.amountOff = amount == null ? null : amount.amount();
        this.currency = amount == null ? null : amount.currency();
        this.maxUses = terms.maxUses();
        this.maxUsesPerLearner = terms.maxUsesPerLearner();
        this.startsAt = terms.startsAt();
        this.endsAt = terms.endsAt();
    }

    public static Coupon issue(CouponCode code, UUID courseId, Rebate rebate, CouponTerms terms) {
        return new Coupon(code, courseId, rebate, terms);
    }

    /// What it takes off this price now; refuses where it cannot be used.
    ///
    /// @param usesOfLearner how often the buyer has used it
    public Money off(UUID course, Money price, int usesOfLearner, Instant now) {
        if (!course.equals(courseId) || !rebate().fits(price.currency())) {
            throw CouponRefused.notForCourse();
        }
        if (!terms().holdAt(now)) {
            throw CouponRefused.expired();
        }
        if (!terms().allow(uses, usesOfLearner)) {
            throw CouponRefused.usedUp();
        }
        return rebate().of(price);
    }

    /// It is used once more; whether it can be was asked before.
    public void use() {
        uses++;
    }

    /// What was bought with it was not: the use is free again.
    public void giveBack() {
        uses--;
    }

    /// Whether somebody else may use it.
    public boolean hasUsesLeft() {
        return terms().allow(uses, 0);
    }

    private Rebate rebate() {
        return new Rebate(
                percentOff,
                amountOff == null || currency == null ? null : new Money(amountOff, currency));
    }

    private CouponTerms terms() {
        return new CouponTerms(maxUses, maxUsesPerLearner, startsAt, endsAt);
    }

    public CouponId id() {
        return id;
    }

    public String code() {
        return code;
    }
}
