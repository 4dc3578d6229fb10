package dev.lectern.content.authoring.application;

import dev.lectern.common.problem.Refusal;
import java.util.List;

/// Something is referred to that is not there, or not of that course. Just after a lesson was made
/// this may pass by itself.
final class LessonsUnknown extends Refusal {

    LessonsUnknown(List<Fault> unknown) {
        super(Kind.RULE, "REF_BROKEN", unknown.getFirst().detail());
        because(unknown);
    }
}
