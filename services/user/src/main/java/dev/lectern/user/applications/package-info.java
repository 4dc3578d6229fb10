/// Learners who want to teach, and what was decided.
@NullMarked
package dev.lectern.user.applications;

import org.jspecify.annotations.NullMarked;
