/// Drafts and their revisions.
@NullMarked
package dev.lectern.content.authoring.domain;

import org.jspecify.annotations.NullMarked;
