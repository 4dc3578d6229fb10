package dev.lectern.user.applications.domain;

import java.util.UUID;

/// What can happen to an application.
public sealed interface ApplicationEvent {

    /// Somebody asked to teach.
    record Submitted(InstructorApplication application) implements ApplicationEvent {}

    /// Staff let the applicant teach.
    record Approved(InstructorApplication application, UUID staff) implements ApplicationEvent {}

    /// Staff turned the applicant down.
    record Rejected(InstructorApplication application, UUID staff) implements ApplicationEvent {}
}
