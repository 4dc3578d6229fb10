package dev.lectern.payment.coupons.domain;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.problem.Refusal;

/// Why a coupon is not issued or not taken.
public final class CouponRefused extends Refusal {

    private final String reason;

    private CouponRefused(Kind kind, String code, String detail, String reason) {
        super(kind, code, detail);
        this.reason = reason;
    }

    /// Somebody else has it already.
    public static Refusal codeTaken() {
        return new CouponRefused(
                Kind.CONFLICT, "CODE_TAKEN", "There is a coupon of this code. Choose another.", "");
    }

    static Refusal rebateInvalid(String detail) {
        return GenericRefusal.invalid("", detail);
    }

    public static CouponRefused unknown() {
        return invalid("UNKNOWN", "There is no coupon of this code.");
    }

    static CouponRefused expired() {
        return invalid("EXPIRED", "The coupon cannot be used now.");
    }

    static CouponRefused usedUp() {
        return invalid("USED_UP", "The coupon was used as often as it can be.");
    }

    static CouponRefused notForCourse() {
        return invalid("NOT_FOR_COURSE", "The coupon is for another course.");
    }

    private static CouponRefused invalid(String reason, String detail) {
        var refused = new CouponRefused(Kind.RULE, "COUPON_INVALID", detail, reason);
        refused.with("reason", reason);
        return refused;
    }

    /// EXPIRED, USED_UP, NOT_FOR_COURSE or UNKNOWN.
    public String reason() {
        return reason;
    }
}
