/// Writing lessons: drafts, what may be in them, and their revisions.
@NullMarked
package dev.lectern.content.authoring;

import org.jspecify.annotations.NullMarked;
