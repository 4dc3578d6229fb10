/// Who may do what, for every operation and every kind of caller.
@NullMarked
package dev.lectern.acceptance.rights;

import org.jspecify.annotations.NullMarked;
