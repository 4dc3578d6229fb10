package dev.lectern.assessment.authoring.domain.imports;

import dev.lectern.common.problem.Refusal;

/// Why a line of a file cannot be made a question.
final class LineRefused extends Refusal {

    private LineRefused(String code, String detail) {
        super(Kind.RULE, code, detail);
    }

    static LineRefused unreadable(String detail) {
        return new LineRefused("LINE_UNREADABLE", detail);
    }

    static LineRefused kindUnsupported(String kind) {
        return new LineRefused("KIND_UNSUPPORTED", "Questions of this kind are not known: " + kind);
    }

    static LineRefused weightUnsupported() {
        return new LineRefused(
                "WEIGHT_UNSUPPORTED", "An answer is right or wrong here, never in part.");
    }

    static LineRefused formatUnsupported(String format) {
        return new LineRefused(
                "FORMAT_UNSUPPORTED", "Questions are plain text here, not " + format + ".");
    }

    static LineRefused controlCharacter() {
        return new LineRefused("CONTROL_CHARACTER", "The line holds a control character.");
    }
}
