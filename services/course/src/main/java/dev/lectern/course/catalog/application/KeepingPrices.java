package dev.lectern.course.catalog.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.payment.PriceChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what payment tells: what courses cost. It shows in the catalog at once. Told
/// late or twice, an older price never replaces a newer one.
@Service
@Transactional
public class KeepingPrices {

    private final JdbcClient jdbc;

    KeepingPrices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The row of the price is locked first: a listing that is being made reads it before or after.
    public void keep(Received<PriceChanged> received) {
        var price = received.event();
        var newer =
                jdbc.sql(
                                """
                                insert into copy_price (course_id, amount, currency, sequence)
                                values (:course, :amount, :currency, :sequence)
                                on conflict (course_id) do update
                                set amount = excluded.amount, currency = excluded.currency,
                                    sequence = excluded.sequence
                                where copy_price.sequence < excluded.sequence
                                """)
                        .param("course", price.courseId())
                        .param("amount", price.amount())
                        .param("currency", price.currency())
                        .param("sequence", received.sequence())
                        .update();
        if (newer == 1) {
            jdbc.sql(
                            """
                            update catalog_entry
                            set price_amount = :amount, price_currency = :currency
                            where course_id = :course
                            """)
                    .param("amount", price.amount())
                    .param("currency", price.currency())
                    .param("course", price.courseId())
                    .update();
        }
    }
}
