package dev.lectern.course.catalog.application;

import dev.lectern.common.event.Received;
import dev.lectern.common.task.DurableTasks;
import dev.lectern.events.user.ProfileUpdated;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The catalog shows instructors under the name they have now. A course is listed before its
/// instructor's name is known, so that it can be found while user does not answer.
@Service
public class NamingInstructors {

    private final InstructorNames names;
    private final JdbcClient jdbc;
    private final DurableTasks tasks;

    NamingInstructors(InstructorNames names, JdbcClient jdbc, DurableTasks tasks) {
        this.names = names;
        this.jdbc = jdbc;
        this.tasks = tasks;
    }

    /// Asks for the name later, when it is one that the catalog shows.
    public void changed(Received<ProfileUpdated> received) {
        var user = received.event().userId();
        if (isListed(user)) {
            tasks.soon(Listings.NAME, user + ":" + received.id(), new Listings.Instructor(user));
        }
    }

    /// Asks for the name and shows it. Repeated, it shows the newest.
    public void name(UUID instructor) {
        var name = names.nameOf(instructor).orElse(null);
        jdbc.sql(
                        """
                        update catalog_entry set instructor_name = :name
                        where instructor_id = :instructor
                          and instructor_name is distinct from :name
                        """)
                .param("name", name)
                .param("instructor", instructor)
                .update();
    }

    private boolean isListed(UUID user) {
        return jdbc.sql("select exists (select 1 from catalog_entry where instructor_id = :user)")
                .param("user", user)
                .query(Boolean.class)
                .single();
    }
}
