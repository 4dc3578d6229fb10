package dev.lectern.user.applications.domain;

import dev.lectern.common.problem.Refusal;

/// Why somebody cannot apply, or an application cannot be decided.
public final class ApplicationRefused extends Refusal {

    private ApplicationRefused(String code, String detail) {
        super(Kind.CONFLICT, code, detail);
    }

    public static ApplicationRefused pending() {
        return new ApplicationRefused(
                "APPLICATION_PENDING", "You have applied already. Wait for the decision.");
    }

    public static ApplicationRefused alreadyInstructor() {
        return new ApplicationRefused(
                "ALREADY_INSTRUCTOR",
                "You are an instructor already. There is nothing to ask for.");
    }

    static ApplicationRefused alreadyDecided(ApplicationStatus status) {
        var refused =
                new ApplicationRefused(
                        "ALREADY_DECIDED", "This application was decided before and stays so.");
        refused.with("decision", status.name());
        return refused;
    }
}
