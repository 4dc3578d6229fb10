/// Banks of questions and the quizzes that draw from them.
@NullMarked
package dev.lectern.assessment.authoring;

import org.jspecify.annotations.NullMarked;
