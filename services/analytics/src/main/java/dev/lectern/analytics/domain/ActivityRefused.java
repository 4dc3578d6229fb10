package dev.lectern.analytics.domain;

import dev.lectern.common.problem.Refusal;

/// Why an activity is not logged, or a whole batch of them.
public final class ActivityRefused extends Refusal {

    private ActivityRefused(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    public static ActivityRefused schemaUnknown() {
        return new ActivityRefused(
                Kind.RULE,
                "SCHEMA_UNKNOWN",
                "The type is not known here, or its data does not have the form of the type.");
    }

    public static ActivityRefused clockSkew() {
        return new ActivityRefused(
                Kind.RULE,
                "CLOCK_SKEW",
                "The time is more than 24 hours away from now. Set the clock.");
    }

    public static ActivityRefused personalKey(String key) {
        return new ActivityRefused(
                Kind.RULE,
                "PII_KEY",
                "The key \"" + key + "\" carries personal data. Leave it out.");
    }

    public static ActivityRefused notEnrolled() {
        return new ActivityRefused(
                Kind.FORBIDDEN, "NOT_ENROLLED", "You are not enrolled in this course.");
    }

    public static ActivityRefused tooMany(int most) {
        return new ActivityRefused(
                Kind.TOO_LARGE, "BATCH_TOO_LARGE", "A batch may have " + most + " events.");
    }
}
