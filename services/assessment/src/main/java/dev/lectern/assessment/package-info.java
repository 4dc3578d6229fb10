/// Questions, quizzes, and the attempts learners make at them. Words used here: a **bank** holds
/// the questions of one course, each in **versions** of which none ever changes; a **quiz** draws
/// from banks, and every change of it or of what it draws from is a **revision**; published
/// versions of a course **pin** revisions; an **attempt** is one learner's answers to what was
/// drawn for it.
@NullMarked
package dev.lectern.assessment;

import org.jspecify.annotations.NullMarked;
