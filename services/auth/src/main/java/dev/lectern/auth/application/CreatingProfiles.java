package dev.lectern.auth.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.auth.domain.AccountId;
import dev.lectern.auth.domain.EmailAddress;
import dev.lectern.common.task.DurableTasks;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Hands a newcomer's profile to user, however long user is away. Until then the data lives in the
/// task and nowhere else.
@Component
public class CreatingProfiles {

    /// What user needs; creating it twice is harmless, `userId` decides.
    public record Order(
            UUID userId, String email, String displayName, String locale, String timeZone) {}

    public static final TaskDescriptor<Order> TASK =
            TaskDescriptor.of("create-profile", Order.class);

    private final DurableTasks tasks;
    private final Profiles profiles;

    CreatingProfiles(DurableTasks tasks, Profiles profiles) {
        this.tasks = tasks;
        this.profiles = profiles;
    }

    /// Within the transaction that opens the account.
    void after(AccountId account, EmailAddress email, NewProfile profile) {
        tasks.soon(
                TASK,
                account.toString(),
                new Order(
                        account.value(),
                        email.value(),
                        profile.displayName(),
                        profile.locale(),
                        profile.timeZone()));
    }

    /// Tries once; what it throws means "again later".
    public void create(Order order) {
        profiles.create(order);
    }
}
