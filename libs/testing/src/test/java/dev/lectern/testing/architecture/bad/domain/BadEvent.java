package dev.lectern.testing.architecture.bad.domain;

/// Breaks: vocabulary, by an event that is no record.
public interface BadEvent {

    class Happened implements BadEvent {}
}
