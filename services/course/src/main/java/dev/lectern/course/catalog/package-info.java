/// What everybody may see: search, suggestions and the public page of a course.
@NullMarked
package dev.lectern.course.catalog;

import org.jspecify.annotations.NullMarked;
