package dev.lectern.payment.coupons.application;

import dev.lectern.common.copy.MembershipCopy;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.payment.coupons.domain.Coupon;
import dev.lectern.payment.coupons.domain.CouponCode;
import dev.lectern.payment.coupons.domain.CouponTerms;
import dev.lectern.payment.coupons.domain.Coupons;
import dev.lectern.payment.coupons.domain.Rebate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author gives out a coupon for a course.
@Service
@Transactional
public class IssuingCoupons {

    private final Coupons coupons;
    private final MembershipCopy members;

    IssuingCoupons(Coupons coupons, MembershipCopy members) {
        this.coupons = coupons;
        this.members = members;
    }

    public record Issue(CouponCode code, UUID course, Rebate rebate, CouponTerms terms) {}

    public UUID issue(Issue command, Caller caller) {
        if (!members.has(command.course(), caller.id())) {
            throw GenericRefusal.notFound();
        }
        var coupon =
                Coupon.issue(command.code(), command.course(), command.rebate(), command.terms());
        return coupons.save(coupon).id().value();
    }
}
