package dev.lectern.assessment.attempts.domain;

/// Where an attempt stands. Every kind of question is graded at once, so submitted is graded.
public enum AttemptStatus {
    OPEN,
    GRADED
}
