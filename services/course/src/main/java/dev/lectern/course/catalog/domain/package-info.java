/// How a misspelled word is understood.
@NullMarked
package dev.lectern.course.catalog.domain;

import org.jspecify.annotations.NullMarked;
