package dev.lectern.payment.selling.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.course.CoursePublished;
import dev.lectern.events.course.CourseRunChanged;
import dev.lectern.payment.pricing.domain.CoursePrice;
import dev.lectern.payment.pricing.domain.CoursePrices;
import dev.lectern.payment.selling.domain.Offer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is for sale: this service's copy of the runs of published courses, with its own prices.
/// Told late or twice, an older state never replaces a newer one.
@Service
@Transactional
public class KeepingOffers {

    private final JdbcClient jdbc;
    private final CoursePrices prices;

    KeepingOffers(JdbcClient jdbc, CoursePrices prices) {
        this.jdbc = jdbc;
        this.prices = prices;
    }

    public void keep(Received<CoursePublished> received) {
        jdbc.sql(
                        """
                        insert into copy_course (course_id, title, slug, withdrawn, sequence)
                        values (:course, :title, :slug, :withdrawn, :sequence)
                        on conflict (course_id) do update
                        set title = excluded.title, slug = excluded.slug,
                            withdrawn = excluded.withdrawn,
                            sequence = excluded.sequence
                        where copy_course.sequence < excluded.sequence
                        """)
                .param("course", received.event().courseId())
                .param("title", received.event().title())
                .param("slug", received.event().slug())
                .param("withdrawn", received.event().withdrawnAt() != null)
                .param("sequence", received.sequence())
                .update();
    }

    public void keepRun(Received<CourseRunChanged> received) {
        jdbc.sql(
                        """
                        insert into copy_run (run_id, course_id, sequence)
                        values (:run, :course, :sequence)
                        on conflict (run_id) do update
                        set course_id = excluded.course_id, sequence = excluded.sequence
                        where copy_run.sequence < excluded.sequence
                        """)
                .param("run", received.event().runId())
                .param("course", received.event().courseId())
                .param("sequence", received.sequence())
                .update();
    }

    /// A run of a course that is offered and has a price; nothing for any other.
    Optional<Offer> of(UUID run) {
        record Course(UUID courseId, String title) {}
        return jdbc.sql(
                        """
                        select c.course_id, c.title from copy_run r
                        join copy_course c on c.course_id = r.course_id
                        where r.run_id = :run and not c.withdrawn
                        """)
                .param("run", run)
                .query(Course.class)
                .optional()
                .flatMap(course ->
                        prices.findByCourseId(course.courseId())
                                .map(CoursePrice::price)
                                .map(price ->
                                        new Offer(course.courseId(), run, course.title(), price)));
    }
}
