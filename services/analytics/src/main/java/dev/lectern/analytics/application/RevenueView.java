package dev.lectern.analytics.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What a course earned in one currency; amounts are in its minor units.
///
/// @param asOf everything logged by then is counted
/// @param currency ISO 4217; amounts of others are never added to these
/// @param currencies all that were paid in the range
/// @param gross what was paid
/// @param refunded what was given back
/// @param net the difference
public record RevenueView(
        Instant asOf,
        String currency,
        List<String> currencies,
        long gross,
        long refunded,
        long net,
        List<Day> items)
        implements Table {

    /// @param on a day in UTC on which money moved
    /// @param gross what was paid that day, in minor units
    /// @param refunded what was given back that day, in minor units
    /// @param net the difference, negative on a day of refunds, in minor units
    /// @param orders paid that day
    public record Day(LocalDate on, long gross, long refunded, long net, long orders) {}

    static RevenueView of(Instant asOf, String currency, List<String> currencies, List<Day> items) {
        var gross = items.stream().mapToLong(Day::gross).sum();
        var refunded = items.stream().mapToLong(Day::refunded).sum();
        return new RevenueView(
                asOf, currency, currencies, gross, refunded, gross - refunded, items);
    }

    @Override
    public List<String> columns() {
        return List.of("on", "currency", "gross", "refunded", "net", "orders");
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(i ->
                        List.<Object>of(
                                i.on(), currency, i.gross(), i.refunded(), i.net(), i.orders()))
                .toList();
    }
}
