package dev.lectern.payment.selling.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.payment.selling.domain.OrderId;
import java.util.UUID;

/// What is done after a commit or when a time is over; how is in `jobs`.
public final class SalesTasks {

    /// Takes a seat the request did not come to take. The instance is the order's id.
    public static final TaskDescriptor<Void> TAKE_SEAT = TaskDescriptor.of("take-seat");

    /// The instance is the order's id.
    public static final TaskDescriptor<Void> RELEASE_SEAT = TaskDescriptor.of("release-seat");

    /// The instance is the order's id.
    public static final TaskDescriptor<Void> EXPIRE_ORDER = TaskDescriptor.of("expire-order");

    /// The instance is the reason to ask.
    public static final TaskDescriptor<About> ASK_PROVIDER =
            TaskDescriptor.of("ask-provider", About.class);

    /// The instance is the refund's id.
    public static final TaskDescriptor<Void> REFUND = TaskDescriptor.of("refund");

    private SalesTasks() {}

    /// What a question is about.
    public record About(UUID orderId) {

        static About order(OrderId id) {
            return new About(id.value());
        }
    }
}
