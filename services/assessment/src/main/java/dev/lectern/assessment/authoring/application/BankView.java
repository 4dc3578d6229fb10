package dev.lectern.assessment.authoring.application;

import java.util.UUID;

/// A bank as its authors see it.
///
/// @param revision counts its changes from 1; it is the ETag
/// @param questions how many it has
public record BankView(UUID id, UUID courseId, String title, int revision, int questions) {}
