package dev.lectern.user.applications.application;

import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.user.applications.domain.ApplicationId;
import dev.lectern.user.applications.domain.InstructorApplication;
import dev.lectern.user.applications.domain.InstructorApplications;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An admin decides who may teach. Every decision leaves an audit entry.
@Service
@Transactional
public class DecidingApplications {

    private final InstructorApplications applications;
    private final AuditRecord audit;
    private final Clock clock;

    DecidingApplications(InstructorApplications applications, AuditRecord audit, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param note for the applicant and the record, null for none
    public record Decide(ApplicationId application, @Nullable String note) {}

    public void approve(Decide command, Caller caller) {
        decide(command, caller, InstructorApplication::approve);
    }

    public void reject(Decide command, Caller caller) {
        decide(command, caller, InstructorApplication::reject);
    }

    private interface Decision {
        void on(InstructorApplication application, UUID staff, @Nullable String note, Instant now);
    }

    private void decide(Decide command, Caller caller, Decision decision) {
        caller.requireAny(Role.admin);
        var application =
                applications.findById(command.application()).orElseThrow(GenericRefusal::notFound);
        var now = clock.instant();
        decision.on(application, caller.id(), command.note(), now);
        audit.add(application, caller.id(), command.note(), now);
        applications.save(application);
    }
}
