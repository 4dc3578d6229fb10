package dev.lectern.course.authoring.application;

import dev.lectern.common.problem.Refusal;
import java.time.Instant;
import java.util.List;

/// What the gate says to a draft now.
public record GateView(boolean ready, List<Refusal.Fault> failures, Instant asOf) {}
