/// What can be learned. Words used here: a **course** is what an author writes and others learn;
/// its **draft** is the one state that can be edited, its **outline** the sections and lessons in
/// it; the **gate** is what must be true of a draft before it can be published; a **version** is a
/// draft as it was when it was published, and never changes; a **run** is a course being offered,
/// with dates and seats; the **catalog** is what everybody may see of published courses.
@NullMarked
package dev.lectern.course;

import org.jspecify.annotations.NullMarked;
