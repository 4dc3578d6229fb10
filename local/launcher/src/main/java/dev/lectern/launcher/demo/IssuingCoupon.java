package dev.lectern.launcher.demo;

import dev.lectern.launcher.demo.Seed.Coupon;
import java.util.Map;
import java.util.Set;

/// An author issues a coupon for a course, once.
record IssuingCoupon(Visitor author, String courseId) {

    /// Nothing while payment has not heard who writes the course.
    void untilItIsThere(Coupon coupon) {
        var path = "/api/v1/coupons?limit=100&courseId=" + courseId;
        var issued =
                Patience.until(
                        "payment to know who writes the course",
                        () -> Refused.unless(Set.of("NOT_FOUND"), () -> author.get(path)));
        if (issued.path("items")
                .valueStream()
                .noneMatch(one -> one.path("code").asString().equals(coupon.code()))) {
            author.post(
                    "/api/v1/coupons",
                    Map.of(
                            "code",
                            coupon.code(),
                            "courseId",
                            courseId,
                            "percentOff",
                            coupon.percentOff()));
        }
    }
}
