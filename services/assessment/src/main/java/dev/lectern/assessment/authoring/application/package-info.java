/// What the authors of a course do with its questions and quizzes.
@NullMarked
package dev.lectern.assessment.authoring.application;

import org.jspecify.annotations.NullMarked;
