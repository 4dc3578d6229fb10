package dev.lectern.gamification.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A badge of the gallery.
///
/// @param code FIRST_COURSE, STREAK_7 or PERFECT_QUIZ
/// @param progressPercent 100 once it is earned
/// @param earnedAt null until then
public record BadgeView(
        String code, String title, int progressPercent, @Nullable Instant earnedAt) {}
