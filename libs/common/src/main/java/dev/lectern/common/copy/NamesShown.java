package dev.lectern.common.copy;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.lectern.common.copy.NameCopy.Person;
import dev.lectern.common.event.EventConsumer;
import dev.lectern.common.event.Subscriptions;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.common.task.TryingAgain;
import dev.lectern.events.user.ProfileUpdated;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Imported by a service that shows names: it has a [NameCopy] then, and hears of profiles that
/// change.
@Configuration(proxyBeanMethods = false)
public class NamesShown {

    static final TaskDescriptor<Person> LEARN = TaskDescriptor.of("learn-name", Person.class);

    @Bean
    NameCopy nameCopy(ServiceClients clients, JdbcClient jdbc, DurableTasks tasks) {
        return new NameCopy(clients, jdbc, tasks);
    }

    /// User is asked after the commit, for as long as it takes.
    @Bean
    OneTimeTask<Person> learnName(NameCopy names) {
        return Tasks.oneTime(LEARN)
                .onFailure(TryingAgain.forever())
                .execute((instance, context) -> names.learn(instance.getData()));
    }

    @Bean
    EventConsumer profilesThatChange(NameCopy names) {
        return new EventConsumer() {
            @Override
            public String producer() {
                return "user";
            }

            @Override
            public void subscribe(Subscriptions on) {
                on.onReceived(ProfileUpdated.class, names::changed);
            }
        };
    }
}
