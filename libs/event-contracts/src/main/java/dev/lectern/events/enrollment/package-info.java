/// Who may learn what, and how far they are.
@NullMarked
package dev.lectern.events.enrollment;

import org.jspecify.annotations.NullMarked;
