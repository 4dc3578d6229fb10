package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.payment.PriceChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what payment tells: what courses cost. Told late or twice, an older price never
/// replaces a newer one.
@Service
@Transactional
public class KeepingPrices {

    private final JdbcClient jdbc;

    KeepingPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<PriceChanged> received) {
        jdbc.sql(
                        """
                        insert into copy_price (course_id, amount, sequence)
                        values (:course, :amount, :sequence)
                        on conflict (course_id) do update
                        set amount = excluded.amount, sequence = excluded.sequence
                        where copy_price.sequence < excluded.sequence
                        """)
                .param("course", received.event().courseId())
                .param("amount", received.event().amount())
                .param("sequence", received.sequence())
                .update();
    }
}
