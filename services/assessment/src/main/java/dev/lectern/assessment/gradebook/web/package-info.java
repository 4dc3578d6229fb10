/// The gradebook over REST.
@NullMarked
package dev.lectern.assessment.gradebook.web;

import org.jspecify.annotations.NullMarked;
