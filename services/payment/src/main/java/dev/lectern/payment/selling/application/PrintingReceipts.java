package dev.lectern.payment.selling.application;

import static java.util.Map.entry;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.paper.Paper;
import dev.lectern.payment.pricing.domain.Money;
import dev.lectern.payment.selling.domain.Order;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.Orders;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/// Prints what was paid. The same order prints the same bytes each time.
@Service
public class PrintingReceipts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Orders orders;
    private final ITemplateEngine templates;

    PrintingReceipts(Orders orders, ITemplateEngine templates) {
        this.orders = orders;
        this.templates = templates;
    }

    @Transactional(readOnly = true)
    public byte[] print(OrderId id, Caller caller) {
        var order =
                orders.findById(id)
                        .filter(found -> found.learnerId().equals(caller.id()))
                        .orElseThrow(GenericRefusal::notFound);
        if (!order.isPaid()) {
            throw GenericRefusal.notFound();
        }
        var paidAt = order.payment().at();
        var html = templates.process("receipt", new Context(Locale.ENGLISH, facts(order, paidAt)));
        return Paper.print(html, "Lectern", order.number(), paidAt);
    }

    private static Map<String, Object> facts(Order order, Instant paidAt) {
        var price = order.item().price();
        var listed = order.item().listPrice();
        var terms = order.terms();
        var tax = terms.taxIn(price);
        return Map.ofEntries(
                entry("number", order.number()),
                entry("paidOn", DAY.format(paidAt.atOffset(ZoneOffset.UTC))),
                entry("title", order.item().title()),
                entry("titleDirection", Paper.directionOf(order.item().title())),
                entry("listed", shown(listed)),
                entry("discount", listed.equals(price) ? "" : "-" + shown(listed.minus(price))),
                entry("price", shown(price)),
                entry("net", shown(price.minus(tax))),
                entry("taxName", terms.taxName() + " " + terms.taxCountry()),
                entry("taxPercent", BigDecimal.valueOf(terms.taxBasisPoints(), 2).toPlainString()),
                entry("tax", shown(tax)));
    }

    private static String shown(Money money) {
        var currency = Currency.getInstance(money.currency());
        var digits = currency.getDefaultFractionDigits();
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.amount(), digits)) + " " + money.currency();
    }
}
