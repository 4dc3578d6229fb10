/// The use cases of progress and access.
@NullMarked
package dev.lectern.enrollment.progress.application;

import org.jspecify.annotations.NullMarked;
