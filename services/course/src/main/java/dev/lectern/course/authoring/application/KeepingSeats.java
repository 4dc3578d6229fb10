package dev.lectern.course.authoring.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.enrollment.EnrollmentSeatsChanged;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what enrollment tells of seats. Told late or twice, an older state never
/// replaces a newer one.
@Service
@Transactional
public class KeepingSeats {

    private final JdbcClient jdbc;

    KeepingSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void keep(Received<EnrollmentSeatsChanged> received) {
        var seats = received.event();
        jdbc.sql(
                        """
                        insert into copy_seats (run_id, capacity, taken, held, sequence)
                        values (:run, :capacity, :taken, :held, :sequence)
                        on conflict (run_id) do update
                        set capacity = excluded.capacity, taken = excluded.taken,
                            held = excluded.held, sequence = excluded.sequence
                        where copy_seats.sequence < excluded.sequence
                        """)
                .param("run", seats.runId())
                .param("capacity", seats.capacity())
                .param("taken", seats.taken())
                .param("held", seats.held())
                .param("sequence", received.sequence())
                .update();
    }
}
