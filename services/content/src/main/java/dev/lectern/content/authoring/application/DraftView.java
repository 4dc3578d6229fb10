package dev.lectern.content.authoring.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A draft as its authors see it.
///
/// @param revision counts from 1 and grows with every write; it is the ETag
/// @param blocks as they are sent to write a draft
public record DraftView(
        UUID lessonId, UUID courseId, int revision, List<Map<String, Object>> blocks) {}
