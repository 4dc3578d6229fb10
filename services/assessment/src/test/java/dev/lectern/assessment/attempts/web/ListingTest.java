package dev.lectern.assessment.attempts.web;

import static dev.lectern.assessment.School.QUIZZES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import org.junit.jupiter.api.Test;

@AssessmentTest
class ListingTest extends QuizTaking {

    @Test
    void showsTheCallersOwnNewestFirst() {
        var quiz = published("maxAttempts", 3);
        var other = school.enroll(course, 1).learner();
        school.attempt(other, quiz);
        school.submit(leo, school.attempt(leo, quiz));
        school.attempt(leo, quiz);

        var list = school.as(leo).get(QUIZZES + "/" + quiz + "/attempts").json();

        assertThat(list.get("items").valueStream().map(one -> one.get("number").asInt()))
                .containsExactly(2, 1);
        var page = school.as(leo).get(QUIZZES + "/" + quiz + "/attempts?limit=1").json();
        var next =
                school.as(leo)
                        .get(
                                "%s/%s/attempts?limit=1&cursor=%s"
                                        .formatted(QUIZZES, quiz, page.get("next").asString()))
                        .json();
        assertThat(next.at("/items/0/number").asInt()).isEqualTo(1);
    }
}
