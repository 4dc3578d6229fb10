/// Requests that are wrong on their face.
@NullMarked
package dev.lectern.acceptance.input;

import org.jspecify.annotations.NullMarked;
