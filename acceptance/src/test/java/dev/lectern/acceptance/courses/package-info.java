/// What an author does, in the steps a journey speaks of.
@NullMarked
package dev.lectern.acceptance.courses;

import org.jspecify.annotations.NullMarked;
