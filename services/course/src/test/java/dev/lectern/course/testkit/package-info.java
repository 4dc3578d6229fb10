/// What the tests of this service share: its neighbors as real HTTP servers, and people who ask.
@NullMarked
package dev.lectern.course.testkit;

import org.jspecify.annotations.NullMarked;
