/// Events become facts, facts become tables.
@NullMarked
package dev.lectern.analytics.application;

import org.jspecify.annotations.NullMarked;
