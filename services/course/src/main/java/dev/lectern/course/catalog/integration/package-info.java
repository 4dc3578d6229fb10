/// The service the catalog asks: user for names.
@NullMarked
package dev.lectern.course.catalog.integration;

import org.jspecify.annotations.NullMarked;
