package dev.lectern.payment.selling.domain;

import dev.lectern.payment.pricing.domain.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Money that moves between accounts: as much is taken from some as is put to others.
///
/// @param reference the order or the refund it belongs to; a kind happens to it once
public record Movement(Kind kind, UUID reference, OrderId orderId, List<Line> lines) {

    /// Why money moves.
    public enum Kind {
        CAPTURE,
        CAPTURE_UNAPPLIED,
        REFUND
    }

    /// One account's side of it; one of the two amounts is 0.
    ///
    /// @param debit in minor units
    /// @param credit in minor units
    public record Line(Account account, String currency, long debit, long credit) {

        static Line debit(Account account, Money money) {
            return new Line(account, money.currency(), money.amount(), 0);
        }

        static Line credit(Account account, Money money) {
            return new Line(account, money.currency(), 0, money.amount());
        }

        private Line minus(Line other) {
            return new Line(account, currency, debit - other.debit, credit - other.credit);
        }

        private Line reversed() {
            return new Line(account, currency, credit, debit);
        }
    }

    public Movement {
        lines = List.copyOf(lines);
    }

    /// An order was paid: the tax office and the author get their part, the rest stays.
    public static Movement captured(Order order) {
        return new Movement(
                Kind.CAPTURE,
                order.id().value(),
                order.id(),
                sale(order.terms(), order.item().price()));
    }

    /// Money came that is not an order's amount.
    public static Movement unapplied(Order order, Money money) {
        return new Movement(Kind.CAPTURE_UNAPPLIED, order.id().value(), order.id(), nobodys(money));
    }

    private static List<Line> nobodys(Money money) {
        return List.of(
                Line.debit(Account.PROVIDER_CLEARING, money),
                Line.credit(Account.UNAPPLIED, money));
    }

    /// Money of an order went back, and with it everybody's part of it, or what was nobody's. What
    /// each account gives is the difference between two sums, so that in the end every account has
    /// given what it got, however the parts were rounded.
    ///
    /// @param before what had gone back already
    public static Movement refunded(Refund refund, Order order, Money before) {
        var was = cameFor(order, before);
        var is = cameFor(order, before.plus(refund.money()));
        return new Movement(
                Kind.REFUND,
                refund.id().value(),
                order.id(),
                IntStream.range(0, is.size())
                        .mapToObj(i -> is.get(i).minus(was.get(i)).reversed())
                        .toList());
    }

    /// How so much of the money of an order was divided.
    private static List<Line> cameFor(Order order, Money money) {
        return order.isPaidAsAsked() ? sale(order.terms(), money) : nobodys(money);
    }

    private static List<Line> sale(Terms terms, Money price) {
        var tax = terms.taxIn(price);
        var author = terms.authorsShareOf(price);
        return List.of(
                Line.debit(Account.PROVIDER_CLEARING, price),
                Line.credit(Account.TAX_PAYABLE, tax),
                Line.credit(Account.AUTHORS_PAYABLE, author),
                Line.credit(Account.PLATFORM_REVENUE, price.minus(tax).minus(author)));
    }
}
