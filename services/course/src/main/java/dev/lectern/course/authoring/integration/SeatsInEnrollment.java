package dev.lectern.course.authoring.integration;

import dev.lectern.common.integration.CalleeRefused;
import dev.lectern.common.integration.ServiceClients;
import dev.lectern.course.authoring.application.RunSeats;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.authoring.domain.CourseRefused;
import dev.lectern.course.authoring.domain.RunId;
import dev.lectern.course.authoring.integration.EnrollmentApi.CapacityRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets enrollment decide how many seats a run can have.
@Component
class SeatsInEnrollment implements RunSeats {

    private final EnrollmentApi enrollment;

    SeatsInEnrollment(ServiceClients clients) {
        this.enrollment = clients.client("enrollment", EnrollmentApi.class);
    }

    @Override
    public void limit(RunId run, CourseId course, @Nullable Integer capacity) {
        try {
            enrollment.setCapacity(run.value(), new CapacityRequest(course.value(), capacity));
        } catch (CalleeRefused refused) {
            if (refused.code().equals("CAPACITY_BELOW_TAKEN")) {
                throw CourseRefused.capacityBelowTaken();
            }
            throw refused;
        }
    }
}
