/// The main job, step by step as people walk it, each step with what must be refused on the way.
@NullMarked
package dev.lectern.acceptance.journeys;

import org.jspecify.annotations.NullMarked;
