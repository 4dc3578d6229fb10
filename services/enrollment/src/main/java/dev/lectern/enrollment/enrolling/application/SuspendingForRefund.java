package dev.lectern.enrollment.enrolling.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.enrollment.enrolling.domain.Enrollment;
import dev.lectern.enrollment.enrolling.domain.EnrollmentRefused;
import dev.lectern.enrollment.enrolling.domain.EnrollmentStatus;
import dev.lectern.enrollment.enrolling.domain.Enrollments;
import dev.lectern.enrollment.enrolling.domain.OrderId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The first step of a refund: whether the learner has done too much of the course is decided in
/// the moment access is taken away, so that nothing can be learned in between.
@Service
@Transactional
public class SuspendingForRefund {

    private final Enrollments enrollments;
    private final JdbcClient jdbc;

    SuspendingForRefund(Enrollments enrollments, JdbcClient jdbc) {
        this.enrollments = enrollments;
        this.jdbc = jdbc;
    }

    /// May be repeated: an enrollment that is suspended already is not judged again.
    ///
    /// @param maxPercent how much of the course may be done at most, null for any
    public void suspend(OrderId order, @Nullable Integer maxPercent) {
        var enrollment = enrollments.findOneByOrderId(order).orElseThrow(GenericRefusal::notFound);
        if (maxPercent != null && enrollment.status() == EnrollmentStatus.ACTIVE) {
            var percent = done(enrollment);
            if (percent > maxPercent) {
                throw EnrollmentRefused.consumed(percent, maxPercent);
            }
        }
        enrollment.suspend();
        enrollments.save(enrollment);
    }

    /// Progress alone writes it; nothing done yet is no row.
    private int done(Enrollment enrollment) {
        return jdbc.sql("select percent from course_progress where enrollment_id = :id")
                .param("id", enrollment.id().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
