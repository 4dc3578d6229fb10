/// Keeping the catalog and finding things in it.
@NullMarked
package dev.lectern.course.catalog.application;

import org.jspecify.annotations.NullMarked;
