/// Authoring's events, in and out.
@NullMarked
package dev.lectern.course.authoring.messaging;

import org.jspecify.annotations.NullMarked;
