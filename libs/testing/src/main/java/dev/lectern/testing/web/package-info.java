/// A small HTTP client for tests and journeys.
@NullMarked
package dev.lectern.testing.web;

import org.jspecify.annotations.NullMarked;
