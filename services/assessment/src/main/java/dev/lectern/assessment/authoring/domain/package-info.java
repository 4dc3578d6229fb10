/// What a question is, what a quiz asks for, and whether it can be answered.
@NullMarked
package dev.lectern.assessment.authoring.domain;

import org.jspecify.annotations.NullMarked;
