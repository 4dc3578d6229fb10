package dev.lectern.payment.selling.domain;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// The page an order is paid on, from the moment its buyer first wants to pay. What the provider is
/// asked for is settled then, so that it is the same each time.
///
/// @param returnPath where the buyer comes back to, below the public address
/// @param id what the provider calls it, null before that is known here
/// @param url where it is, null before it is known and once it is over
@Embeddable
public record Checkout(
        String returnPath, Instant startedAt, @Nullable String id, @Nullable String url) {

    /// The provider ends a checkout by itself only later than we do: this is its net for us.
    private static final Duration NET = Duration.ofMinutes(50);

    static Checkout begun(String returnPath, Instant now) {
        return new Checkout(returnPath, now.truncatedTo(ChronoUnit.SECONDS), null, null);
    }

    Checkout opened(String name, @Nullable String address) {
        return new Checkout(returnPath, startedAt, name, address);
    }

    /// When the provider ends it by itself.
    ///
    /// @param until the end we set
    Instant endsAfter(Instant until) {
        var net = startedAt.plus(NET);
        return net.isAfter(until) ? net : until;
    }
}
