/// What the catalog hears of people.
@NullMarked
package dev.lectern.course.catalog.messaging;

import org.jspecify.annotations.NullMarked;
