/// What the body of a lesson may hold, and nothing beside it.
@NullMarked
package dev.lectern.content.authoring.domain.body;

import org.jspecify.annotations.NullMarked;
