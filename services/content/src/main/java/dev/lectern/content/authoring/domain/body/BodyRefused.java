package dev.lectern.content.authoring.domain.body;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// A body that is not taken, with everything that is wrong with it.
public final class BodyRefused extends Refusal {

    static final String NOT_ALLOWED = "BLOCK_NOT_ALLOWED";
    static final String ALT_MISSING = "ALT_TEXT_REQUIRED";

    private BodyRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    /// Missing words for a picture are the whole reason only where nothing worse was found.
    static Refusal of(List<Fault> faults) {
        var onlyAlt = faults.stream().allMatch(fault -> fault.code().equals(ALT_MISSING));
        return (onlyAlt
                        ? new BodyRefused(
                                ALT_MISSING,
                                "Say in words what a picture shows, for those who do not see it.")
                        : new BodyRefused(
                                NOT_ALLOWED, "The lesson holds something a lesson may not hold."))
                .because(faults);
    }

    /// What every single look let pass and the last one did not.
    public static Refusal block(int index) {
        return of(
                List.of(
                        new Fault(
                                NOT_ALLOWED,
                                "/blocks/" + index,
                                "This block would not be safe to show.")));
    }
}
