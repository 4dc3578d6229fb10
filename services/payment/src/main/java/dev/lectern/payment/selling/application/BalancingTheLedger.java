package dev.lectern.payment.selling.application;

import dev.lectern.common.security.Caller;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Adds up the whole ledger, from its own lines and nothing else.
@Service
public class BalancingTheLedger {

    private final JdbcClient jdbc;
    private final Clock clock;

    BalancingTheLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public TrialBalanceView balance(Caller caller) {
        caller.requireAny(SupportViews.STAFF);
        var sums =
                jdbc.sql(
                                """
                                select currency, sum(debit) as debits, sum(credit) as credits,
                                    sum(debit - credit) as difference
                                from ledger_line group by currency order by currency
                                """)
                        .query(TrialBalanceView.Sum.class)
                        .list();
        return new TrialBalanceView(clock.instant(), sums);
    }
}
