/// The catalog over REST, open to everybody.
@NullMarked
package dev.lectern.course.catalog.web;

import org.jspecify.annotations.NullMarked;
