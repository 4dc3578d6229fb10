/// Who may learn what, and how far they are. Words used here: an **enrollment** is one learner's
/// right to learn one course, pinned to the version offered then; a **run** is a course being
/// offered, with dates and seats; a **hold** keeps a seat while an order is being paid; a **fact**
/// is what a learner's device reports: opened, watched from to, completed; **progress** is what
/// follows from the facts and the pinned version, and from nothing else.
@NullMarked
package dev.lectern.enrollment;

import org.jspecify.annotations.NullMarked;
