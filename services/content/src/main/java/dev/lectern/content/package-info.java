/// What lessons say. Words used here: a **draft** is the body of a lesson its authors work on; a
/// **body** is a list of **blocks**; each time a draft is written it gets a new **revision**, which
/// never changes; a revision is **pinned** when a published version of the course shows it, and is
/// then kept for ever; **delivery** hands a pinned revision to somebody who may learn the lesson.
@NullMarked
package dev.lectern.content;

import org.jspecify.annotations.NullMarked;
