package dev.lectern.assessment.authoring.domain;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Why something cannot be written into a bank or a quiz.
public final class AuthoringRefused extends Refusal {

    private AuthoringRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    static AuthoringRefused bankFull(int questions) {
        return new AuthoringRefused(
                "BANK_FULL",
                "The bank has %d questions; %d is the most it can have."
                        .formatted(questions, Bank.MOST_QUESTIONS));
    }

    /// A quiz draws from the banks of its own course.
    public static Refusal bankUnknown(int draw) {
        var detail = "This course has no such bank.";
        return new AuthoringRefused("REF_UNKNOWN", detail)
                .because(List.of(new Fault("REF_UNKNOWN", "/draws/" + draw + "/bankId", detail)));
    }

    /// Not one question of a file could be taken.
    ///
    /// @param faults what is wrong, line by line
    public static Refusal nothingImported(List<Fault> faults) {
        return new AuthoringRefused("NOTHING_IMPORTED", "The file has no question to take.")
                .because(faults);
    }
}
