package dev.lectern.assessment.authoring.application;

import dev.lectern.assessment.authoring.domain.Quiz;
import dev.lectern.assessment.authoring.domain.QuizId;
import dev.lectern.assessment.authoring.domain.QuizPlan;
import dev.lectern.assessment.authoring.domain.Quizzes;
import dev.lectern.common.problem.GenericRefusal;
import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An author writes a quiz. What was published stays as it is.
@Service
@Transactional
public class WritingQuizzes {

    private final Quizzes quizzes;
    private final CourseMembers members;
    private final RevisingQuizzes revising;

    WritingQuizzes(Quizzes quizzes, CourseMembers members, RevisingQuizzes revising) {
        this.quizzes = quizzes;
        this.members = members;
        this.revising = revising;
    }

    public QuizId begin(UUID course, QuizPlan plan, Caller caller) {
        members.hold(course, caller);
        var quiz = Quiz.of(course, plan);
        revising.revise(quiz);
        return quiz.id();
    }

    /// @param edit what becomes of the plan as it is
    public void rewrite(QuizId id, UnaryOperator<QuizPlan> edit, IfMatch ifMatch, Caller caller) {
        var course = quizzes.courseOf(id).orElseThrow(GenericRefusal::notFound);
        members.hold(course, caller);
        var quiz = quizzes.findById(id).orElseThrow(GenericRefusal::notFound);
        ifMatch.require(quiz.edition());
        quiz.rewrite(edit.apply(quiz.plan()));
        revising.revise(quiz);
    }
}
