package dev.lectern.user.applications.application;

import static dev.lectern.user.applications.domain.ApplicationStatus.APPROVED;
import static dev.lectern.user.applications.domain.ApplicationStatus.PENDING;

import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.user.applications.domain.ApplicationId;
import dev.lectern.user.applications.domain.ApplicationRefused;
import dev.lectern.user.applications.domain.InstructorApplication;
import dev.lectern.user.applications.domain.InstructorApplications;
import dev.lectern.user.applications.domain.SampleUrl;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner asks to teach.
@Service
@Transactional
public class Applying {

    private final InstructorApplications applications;
    private final Clock clock;

    Applying(InstructorApplications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /// What an applicant tells of themselves.
    public record Apply(String headline, String biography, @Nullable SampleUrl sampleUrl) {}

    public ApplicationId apply(Apply command, Caller caller) {
        if (caller.has(Role.instructor)) {
            throw ApplicationRefused.alreadyInstructor();
        }
        caller.requireAny(Role.learner);
        // In this order: what is decided between the two questions is seen by the second.
        if (applications.existsByApplicantIdAndStatus(caller.id(), PENDING)) {
            throw ApplicationRefused.pending();
        }
        // The token may be older than the approval.
        if (applications.existsByApplicantIdAndStatus(caller.id(), APPROVED)) {
            throw ApplicationRefused.alreadyInstructor();
        }
        var application =
                InstructorApplication.by(
                        caller.id(),
                        command.headline(),
                        command.biography(),
                        command.sampleUrl(),
                        clock.instant());
        return applications.save(application).id();
    }
}
