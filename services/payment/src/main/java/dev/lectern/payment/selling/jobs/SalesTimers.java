package dev.lectern.payment.selling.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.lectern.common.problem.Refusal;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.common.task.Upkeep;
import dev.lectern.payment.selling.application.CheckingOut;
import dev.lectern.payment.selling.application.PurchaseTraces;
import dev.lectern.payment.selling.application.Refunding;
import dev.lectern.payment.selling.application.SalesTasks;
import dev.lectern.payment.selling.application.Seats;
import dev.lectern.payment.selling.application.Settling;
import dev.lectern.payment.selling.application.SweepingOrders;
import dev.lectern.payment.selling.domain.OrderId;
import dev.lectern.payment.selling.domain.RefundId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What follows from sales, each in the trace its order was placed in, and tried again until it is
/// done.
@Configuration(proxyBeanMethods = false)
class SalesTimers {

    private static final Logger log = LoggerFactory.getLogger(SalesTimers.class);
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    /// Somebody waits for their seat or their money.
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private static final Duration SWEEP = Duration.ofMinutes(5);
    private static final Duration EVENTS_KEPT = Duration.ofDays(60);

    private final PurchaseTraces traces;

    SalesTimers(PurchaseTraces traces) {
        this.traces = traces;
    }

    @Bean
    OneTimeTask<Void> takeSeat(CheckingOut checkout) {
        return forOrder(SalesTasks.TAKE_SEAT, order -> takeSeat(checkout, order));
    }

    /// That there is none is an answer, and the order keeps it.
    private static void takeSeat(CheckingOut checkout, OrderId order) {
        try {
            checkout.takeSeat(order);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            log.info("Order {} has no seat: {}", order.value(), refused.code());
        }
    }

    @Bean
    OneTimeTask<Void> releaseSeat(Seats seats) {
        return forOrder(SalesTasks.RELEASE_SEAT, seats::release);
    }

    @Bean
    OneTimeTask<Void> expireOrder(Settling settling) {
        return forOrder(SalesTasks.EXPIRE_ORDER, settling::expire);
    }

    private OneTimeTask<Void> forOrder(TaskDescriptor<Void> task, Consumer<OrderId> work) {
        return Tasks.oneTime(task)
                .onFailure(TryingAgain.forever(LONGEST_PAUSE))
                .execute((instance, context) -> {
                    var order = new OrderId(UUID.fromString(instance.getId()));
                    traces.within(order, task.getTaskName(), () -> work.accept(order));
                });
    }

    @Bean
    OneTimeTask<SalesTasks.About> askProvider(Settling settling, Refunding refunding) {
        return Tasks.oneTime(SalesTasks.ASK_PROVIDER)
                .onFailure(TryingAgain.forever(LONGEST_PAUSE))
                .execute((instance, context) -> {
                    var order = new OrderId(instance.getData().orderId());
                    traces.within(
                            order,
                            "ask provider",
                            () -> {
                                settling.settle(order);
                                refunding.resumeSent(order);
                            });
                });
    }

    @Bean
    CustomTask<Void> refund(Refunding refunding) {
        return Tasks.custom(SalesTasks.REFUND)
                .onFailure(TryingAgain.forever(LONGEST_PAUSE))
                .execute((instance, context) -> {
                    var refund = new RefundId(UUID.fromString(instance.getId()));
                    var done = new AtomicBoolean();
                    traces.within(refund, "refund", () -> done.set(refunding.resume(refund)));
                    return done.get()
                            ? new CompletionHandler.OnCompleteRemove<>()
                            : (complete, operations) ->
                                    operations.reschedule(
                                            complete, complete.getTimeDone().plus(ASK_AGAIN));
                });
    }

    @Bean
    RecurringTask<Void> sweepOrders(SweepingOrders sweeping) {
        return Tasks.recurring("sweep-orders", FixedDelay.of(SWEEP))
                .execute((instance, context) -> {
                    sweeping.askAboutOpenOrders();
                    sweeping.tellPaidAgain();
                });
    }

    @Bean
    RecurringTask<Void> forgetProviderEvents(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-provider-events",
                jdbc,
                clock,
                EVENTS_KEPT,
                """
                delete from provider_event where id in (
                    select id from provider_event where received_at < :before limit 1000)
                """);
    }
}
