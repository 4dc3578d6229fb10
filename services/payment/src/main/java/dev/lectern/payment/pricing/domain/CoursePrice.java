package dev.lectern.payment.pricing.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What a course costs whoever buys it from now on, tax included; nothing for a free course.
@Entity
@Table(name = "course_price")
public class CoursePrice extends AbstractAggregateRoot<CoursePrice> {

    /// Those a learner can pay in, each with the least price in minor units. Less is refused by the
    /// payment provider, which judges after converting; so there is some room above its own limit.
    private static final Map<String, Long> LEAST =
            Map.ofEntries(
                    Map.entry("BRL", 250L),
                    Map.entry("CHF", 50L),
                    Map.entry("CZK", 1_500L),
                    Map.entry("DKK", 300L),
                    Map.entry("EUR", 50L),
                    Map.entry("GBP", 50L),
                    Map.entry("JPY", 100L),
                    Map.entry("NOK", 300L),
                    Map.entry("PLN", 200L),
                    Map.entry("SEK", 300L),
                    Map.entry("USD", 50L));

    /// A price above so many times the least one is a slip of the pen.
    private static final int SLIP = 20_000;

    @Id private UUID courseId;

    @Version private @Nullable Long version;

    private int revision;
    private Money price;

    /// For JPA.
    @SuppressWarnings("NullAway.Init")
    protected CoursePrice() {}

    private CoursePrice(UUID course, Money price) {
        this.courseId = course;
        this.price = price;
        this.revision = 1;
    }

    /// The first price of a course.
    public static CoursePrice of(UUID course, Money price) {
        requireAllowed(price);
        var first = new CoursePrice(course, price);
        first.registerEvent(new PriceEvent.Changed(first));
        return first;
    }

    /// Asks another price from now on. The one that is asked already is no change.
    public void set(Money next) {
        requireAllowed(next);
        if (!next.equals(price)) {
            revision++;
            price = next;
            registerEvent(new PriceEvent.Changed(this));
        }
    }

    private static void requireAllowed(Money price) {
        var least = LEAST.get(price.currency());
        if (least == null) {
            throw PricingRefused.currencyUnknown(currencies());
        }
        var most = least * SLIP;
        var free = price.amount() == 0;
        if (!free && (price.amount() < least || price.amount() > most)) {
            throw PricingRefused.outOfRange(least, most);
        }
    }

    /// Whether the payment provider takes so little.
    public static boolean canBeCharged(Money money) {
        return money.amount() >= LEAST.getOrDefault(money.currency(), 0L);
    }

    /// Those a learner can pay in, ISO 4217.
    public static Set<String> currencies() {
        return LEAST.keySet();
    }

    public UUID courseId() {
        return courseId;
    }

    /// Counts the changes from 1; it is also the version an edit is made on.
    public int revision() {
        return revision;
    }

    public Money price() {
        return price;
    }

    /// What its author gets of one sale.
    ///
    /// @param sharePercent of what is left without the tax
    public Money net(int sharePercent, int taxBasisPoints) {
        return price.withoutTax(taxBasisPoints).share(sharePercent);
    }
}
