package dev.lectern.notification.application;

import java.time.Instant;
import java.util.UUID;

/// A notification as its recipient reads it.
///
/// @param kind what it is about, for example CERTIFICATE_ISSUED
/// @param title one line, in the language of the request
/// @param body a sentence or two, in the language of the request
/// @param link the path in the application where it can be seen
/// @param at when it was told
/// @param read whether the recipient has seen it
public record NotificationView(
        UUID id, String kind, String title, String body, String link, Instant at, boolean read) {}
