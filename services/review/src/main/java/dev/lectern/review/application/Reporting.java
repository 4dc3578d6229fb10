package dev.lectern.review.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.review.domain.ReportId;
import dev.lectern.review.domain.ReportReason;
import dev.lectern.review.domain.Review;
import dev.lectern.review.domain.ReviewId;
import dev.lectern.review.domain.ReviewRefused;
import dev.lectern.review.domain.Reviews;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Somebody finds that a review should not be there. A moderator decides; until then it stays.
@Service
@Transactional
public class Reporting {

    private final Reviews reviews;
    private final JdbcClient jdbc;
    private final Clock clock;

    Reporting(Reviews reviews, JdbcClient jdbc, Clock clock) {
        this.reviews = reviews;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What is wrong with it.
    ///
    /// @param note in words, null for none
    public record Report(ReviewId review, ReportReason reason, @Nullable String note) {}

    /// Reported again by the same person, the first report stands: it has been or will be looked
    /// at.
    public void report(Report command, Caller caller) {
        var review =
                reviews.findById(command.review())
                        .filter(Review::counts)
                        .orElseThrow(GenericRefusal::notFound);
        if (review.learnerId().equals(caller.id())) {
            throw ReviewRefused.ownReview();
        }
        jdbc.sql(
                        """
                        insert into review_report
                            (id, review_id, reporter_id, reason, note, reported_at, open)
                        values (:id, :review, :reporter, :reason, :note, :now, true)
                        on conflict do nothing
                        """)
                .param("id", ReportId.next().value())
                .param("review", command.review().value())
                .param("reporter", caller.id())
                .param("reason", command.reason().name())
                .param("note", command.note())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
