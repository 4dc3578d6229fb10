package dev.lectern.notification.domain;

/// How somebody is told.
public enum Channel {
    IN_APP,
    EMAIL
}
