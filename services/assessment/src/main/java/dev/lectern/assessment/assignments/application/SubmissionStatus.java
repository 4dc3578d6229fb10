package dev.lectern.assessment.assignments.application;

/// How far a submission is.
public enum SubmissionStatus {
    /// Nobody has judged it yet.
    SUBMITTED,
    /// It has a grade.
    GRADED
}
