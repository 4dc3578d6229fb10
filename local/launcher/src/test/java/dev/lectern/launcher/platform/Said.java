package dev.lectern.launcher.platform;

/// What a command said before it ended.
///
/// @param status it ended with
/// @param out what was asked for
/// @param err why it cannot be had
public record Said(int status, String out, String err) {}
