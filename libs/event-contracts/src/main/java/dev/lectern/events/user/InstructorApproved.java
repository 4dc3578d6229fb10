package dev.lectern.events.user;

import dev.lectern.events.ContractEvent;
import dev.lectern.events.EventType;
import java.util.UUID;

/// Staff approved an application to become an instructor.
@EventType("user.instructor-approved.v1")
public record InstructorApproved(UUID applicationId, UUID userId, UUID decidedBy)
        implements ContractEvent {}
