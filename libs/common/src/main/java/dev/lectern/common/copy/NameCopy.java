package dev.lectern.common.copy;

import dev.lectern.common.event.Received;
import dev.lectern.common.integration.CalleeRefused;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.events.user.ProfileUpdated;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/// The names of people a service shows, in its table `shown_name`: a copy, so that reading needs
/// nobody else. Somebody is shown without a name until user has answered. No event carries one.
public class NameCopy {

    private static final int ABSENT = 404;

    private final Profiles profiles;
    private final JdbcClient jdbc;
    private final DurableTasks tasks;

    NameCopy(ServiceClients clients, JdbcClient jdbc, DurableTasks tasks) {
        this.profiles = clients.client("user", Profiles.class);
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /// Somebody whose name is shown.
    public record Person(UUID userId) {}

    /// The profiles of the user service.
    interface Profiles {

        /// The one field needed of it; user may add others.
        record Profile(String displayName) {}

        @GetExchange("/internal/profiles/{userId}")
        Profile of(@PathVariable UUID userId);
    }

    /// From now on somebody's name is shown; user is asked for it after the commit.
    public void show(UUID user) {
        var isNew =
                jdbc.sql("insert into shown_name (user_id) values (:user) on conflict do nothing")
                                .param("user", user)
                                .update()
                        == 1;
        if (isNew) {
            tasks.soon(NamesShown.LEARN, user.toString(), new Person(user));
        }
    }

    /// Asks for the name again, when it is one that is shown.
    void changed(Received<ProfileUpdated> received) {
        var user = received.event().userId();
        if (isShown(user)) {
            tasks.soon(NamesShown.LEARN, user + ":" + received.id(), new Person(user));
        }
    }

    /// Asks for the name, outside any transaction. Repeated, it keeps the newest.
    void learn(Person person) {
        jdbc.sql("update shown_name set name = :name where user_id = :user")
                .param("name", nameOf(person.userId()))
                .param("user", person.userId())
                .update();
    }

    private @Nullable String nameOf(UUID user) {
        try {
            return profiles.of(user).displayName();
        } catch (CalleeRefused refused) {
            if (refused.status() == ABSENT) {
                return null;
            }
            throw refused;
        }
    }

    private boolean isShown(UUID user) {
        return jdbc.sql("select exists (select 1 from shown_name where user_id = :user)")
                .param("user", user)
                .query(Boolean.class)
                .single();
    }
}
