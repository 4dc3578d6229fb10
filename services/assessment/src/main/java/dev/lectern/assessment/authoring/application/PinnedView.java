package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.application.QuizView.ReasonView;
import java.util.List;
import java.util.UUID;

/// The revision of a quiz a version that is about to be published shows.
///
/// @param revisionId what is kept
/// @param ready whether it can be taken
/// @param reasons why not
public record PinnedView(UUID quizId, UUID revisionId, boolean ready, List<ReasonView> reasons) {}
