/// Authoring over REST.
@NullMarked
package dev.lectern.course.authoring.web;

import org.jspecify.annotations.NullMarked;
