package dev.lectern.gamification.application;

import org.jspecify.annotations.Nullable;

/// How others see somebody on boards.
///
/// @param visibility NAME, PSEUDONYM or HIDDEN
/// @param pseudonym what they are called unless they show their name; null before their first
///   points or choice
public record VisibilityView(String visibility, @Nullable String pseudonym) {}
