/// The services authoring asks: content for revisions, enrollment for seats.
@NullMarked
package dev.lectern.course.authoring.integration;

import org.jspecify.annotations.NullMarked;
