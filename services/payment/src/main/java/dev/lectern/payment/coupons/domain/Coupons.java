package dev.lectern.payment.coupons.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/// All coupons.
public interface Coupons extends Repository<Coupon, CouponId> {

    Coupon save(Coupon coupon);

    Optional<Coupon> readByCode(String code);

    /// Locked: the last use is sold once.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Coupon> findByCode(String code);

    /// Locked as above.
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Coupon> findById(CouponId id);
}
