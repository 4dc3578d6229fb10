package dev.lectern.launcher.demo;

import java.util.Optional;

/// A demo that is complete.
///
/// @param changes how many calls it took; none when everything was there
/// @param certificate where one can be checked, if anybody earned one
public record Demo(int changes, Optional<String> certificate) {}
