package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.util.List;

/// What the gate says to a draft now.
///
/// @param ready whether it may be submitted or published
/// @param failures everything that is missing, with codes NO_LESSON, REF_BROKEN, MEDIA_NOT_READY,
///   CAPTIONS_MISSING, QUIZ_UNANSWERABLE, POOL_TOO_SMALL, PRICE_MISSING or COVER_MISSING and
///   pointers into the outline
/// @param asOf when this was found
public record GateView(boolean ready, List<Refusal.Fault> failures, Instant asOf) {}
