package dev.lectern.course.authoring.application;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param captionsRequired whether a course is published only when all its videos have captions
@ConfigurationProperties("lectern.publishing")
record PublishingSettings(boolean captionsRequired) {}
