/// Authoring over REST.
@NullMarked
package dev.lectern.assessment.authoring.web;

import org.jspecify.annotations.NullMarked;
