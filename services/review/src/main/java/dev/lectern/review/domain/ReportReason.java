package dev.lectern.review.domain;

/// What is wrong with a review, in the eyes of who reports it.
public enum ReportReason {
    SPAM,
    OFFENSIVE,
    PERSONAL_DATA,
    OFF_TOPIC,
    OTHER
}
