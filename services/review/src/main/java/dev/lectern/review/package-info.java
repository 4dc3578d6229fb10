/// What learners say of courses. Words used here: a **review** is one learner's rating of one
/// course, with or without words; an **edition** is how it read before it was edited; a review
/// **counts** while its learner's access was not revoked and no moderator took it out; the
/// **rating** of a course is what the reviews that count come to; a **reply** is the author's.
@NullMarked
package dev.lectern.review;

import org.jspecify.annotations.NullMarked;
