/// The object store.
@NullMarked
package dev.lectern.analytics.integration;

import org.jspecify.annotations.NullMarked;
