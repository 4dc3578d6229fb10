package dev.lectern.review.application;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import dev.lectern.common.event.Received;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.events.user.ProfileUpdated;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The names reviews and replies are shown with: a copy, so that reading needs nobody else. A
/// review is shown before its writer's name is known.
@Component
public class Names {

    public static final TaskDescriptor<Person> LEARN =
            TaskDescriptor.of("learn-name", Person.class);

    private final People people;
    private final JdbcClient jdbc;
    private final DurableTasks tasks;

    Names(People people, JdbcClient jdbc, DurableTasks tasks) {
        this.people = people;
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /// Somebody whose name is shown.
    public record Person(UUID userId) {}

    /// From now on somebody's name is shown; user is asked for it after the commit.
    void show(UUID user) {
        var isNew =
                jdbc.sql("insert into shown_name (user_id) values (:user) on conflict do nothing")
                                .param("user", user)
                                .update()
                        == 1;
        if (isNew) {
            tasks.soon(LEARN, user.toString(), new Person(user));
        }
    }

    /// Asks for the name again, when it is one that is shown.
    public void changed(Received<ProfileUpdated> received) {
        var user = received.event().userId();
        if (isShown(user)) {
            tasks.soon(LEARN, user + ":" + received.id(), new Person(user));
        }
    }

    /// Asks for the name, outside any transaction. Repeated, it keeps the newest.
    public void learn(Person person) {
        var name = people.nameOf(person.userId()).orElse(null);
        jdbc.sql("update shown_name set name = :name where user_id = :user")
                .param("name", name)
                .param("user", person.userId())
                .update();
    }

    private boolean isShown(UUID user) {
        return jdbc.sql("select exists (select 1 from shown_name where user_id = :user)")
                .param("user", user)
                .query(Boolean.class)
                .single();
    }
}
