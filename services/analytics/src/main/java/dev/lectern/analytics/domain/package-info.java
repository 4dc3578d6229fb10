/// What may be logged, and what may be asked.
@NullMarked
package dev.lectern.analytics.domain;

import org.jspecify.annotations.NullMarked;
