package dev.lectern.notification.application;

import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.Kind;

/// Whether somebody is told a kind of news by a channel.
///
/// @param enabled whether it is told
/// @param fixed whether it cannot be switched off
public record PreferenceView(Kind kind, Channel channel, boolean enabled, boolean fixed) {}
