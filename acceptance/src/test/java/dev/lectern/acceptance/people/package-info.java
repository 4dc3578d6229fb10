/// Who takes part in a journey, and how they come to have an account.
@NullMarked
package dev.lectern.acceptance.people;

import org.jspecify.annotations.NullMarked;
