package dev.lectern.course.catalog.application;

import dev.lectern.common.event.Received;
import dev.lectern.events.review.RatingChanged;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps a copy of what review tells: how courses are rated. It shows in the catalog at once. Told
/// late or twice, an older rating never replaces a newer one.
@Service
@Transactional
public class KeepingRatings {

    private final JdbcClient jdbc;
    private final KeepingCaptions captions;

    KeepingRatings(JdbcClient jdbc, KeepingCaptions captions) {
        this.jdbc = jdbc;
        this.captions = captions;
    }

    public void keep(Received<RatingChanged> received) {
        var rating = received.event();
        captions.lock(rating.courseId());
        var newer =
                jdbc.sql(
                                """
                                insert into copy_rating (course_id, average, count, sequence)
                                values (:course, :average, :count, :sequence)
                                on conflict (course_id) do update
                                set average = excluded.average, count = excluded.count,
                                    sequence = excluded.sequence
                                where copy_rating.sequence < excluded.sequence
                                """)
                        .param("course", rating.courseId())
                        .param("average", rating.average())
                        .param("count", rating.count())
                        .param("sequence", received.sequence())
                        .update();
        if (newer == 1) {
            show(rating.courseId());
        }
    }

    /// To be called under the lock of the course's listing.
    void show(UUID course) {
        jdbc.sql(
                        """
                        update catalog_entry
                        set rating_average = average, rating_count = count
                        from copy_rating
                        where catalog_entry.course_id = :course
                          and copy_rating.course_id = catalog_entry.course_id
                        """)
                .param("course", course)
                .update();
    }
}
