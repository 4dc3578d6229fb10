package dev.lectern.course.authoring.application;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param captionsRequired whether a course is published only when all its videos have captions
/// @param coverRequired whether a course is published only with a picture to be shown with
@ConfigurationProperties("lectern.publishing")
record PublishingSettings(boolean captionsRequired, boolean coverRequired) {}
