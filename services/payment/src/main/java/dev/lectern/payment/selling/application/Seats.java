package dev.lectern.payment.selling.application;

import dev.lectern.payment.selling.domain.OrderId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Seats and access, which enrollment gives and takes. Everything asked here may be asked again.
public interface Seats {

    /// There is none to have.
    final class NoSeat extends RuntimeException {

        private final String code;

        /// @param code SOLD_OUT, RUN_CLOSED, ALREADY_ENROLLED or HOLD_EXPIRED
        public NoSeat(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// What became of the wish to suspend.
    enum Suspension {
        /// Nothing can be learned any more, or never could.
        DONE,
        /// Too much was learned already.
        CONSUMED,
        /// Access had ended before.
        ENDED
    }

    /// Keeps a seat for an order, or throws [NoSeat].
    void hold(OrderId order, UUID run, UUID learner);

    /// Gives it back.
    void release(OrderId order);

    /// Takes the access an order has given, unless too much was learned with it.
    ///
    /// @param maxPercent how much of the course may be done at most, null for any
    Suspension suspend(OrderId order, @Nullable Integer maxPercent);
}
