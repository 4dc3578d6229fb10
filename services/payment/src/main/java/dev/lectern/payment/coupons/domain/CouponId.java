package dev.lectern.payment.coupons.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a coupon.
@Embeddable
public record CouponId(UUID value) implements Serializable {

    static CouponId next() {
        return new CouponId(Ids.next());
    }
}
