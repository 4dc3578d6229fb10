package dev.lectern.notification.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many streams there may be and how they are kept alive.
///
/// @param commentEvery so that nobody between the two ends takes it for dead
/// @param perCaller how many of one person stay open on one replica; the oldest gives way
/// @param most of all together on one replica
@ConfigurationProperties("lectern.streams")
record StreamSettings(
        @DefaultValue("15s") Duration commentEvery,
        @DefaultValue("8") int perCaller,
        @DefaultValue("5000") int most) {}
