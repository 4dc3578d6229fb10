/// What facts count, and what follows from them.
@NullMarked
package dev.lectern.enrollment.progress.domain;

import org.jspecify.annotations.NullMarked;
