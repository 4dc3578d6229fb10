package dev.lectern.payment.pricing.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/// What a course costs whoever buys it from now on, tax included; nothing for a free course.
@Entity
@Table(name = "course_price")
public class CoursePrice extends AbstractAggregateRoot<CoursePrice> {

    /// Those a learner can pay in.
    static final Set<String> CURRENCIES =
            Set.of("BRL", "CHF", "CZK", "DKK", "EUR", "GBP", "JPY", "NOK", "PLN", "SEK", "USD");

    /// Less than this costs more to take than it brings.
    static final long LEAST = 50;

    static final long MOST = 1_000_000;

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
        if (!CURRENCIES.contains(price.currency())) {
            throw PricingRefused.currencyUnknown(CURRENCIES);
        }
        var free = price.amount() == 0;
        if (!free && (price.amount() < LEAST || price.amount() > MOST)) {
            throw PricingRefused.outOfRange(LEAST, MOST);
        }
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
