package dev.lectern.assessment.attempts.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.School;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@AssessmentTest
class FeedbackTest extends QuizTaking {

    @Test
    void ofNoneSaysThatItIsGradedAndNoMore() {
        var graded = gradedWith("feedback", "NONE");

        assertThat(graded.get("status").asString()).isEqualTo("GRADED");
        assertThat(graded.hasNonNull("scorePercent")).isFalse();
        assertThat(graded.hasNonNull("passed")).isFalse();
        assertThat(graded.hasNonNull("quizScorePercent")).isFalse();
    }

    @Test
    void ofTheScoreSaysNothingOfTheAnswers() {
        var graded = gradedWith("feedback", "SCORE");

        assertThat(graded.get("scorePercent").asInt()).isEqualTo(20);
        assertThat(graded.at("/questions/0").hasNonNull("feedback")).isFalse();
    }

    @Test
    void ofTheAnswersComesWithTheLastAttempt() {
        var quiz = published("feedback", "ANSWERS", "maxAttempts", 2);
        var first = graded(quiz);
        assertThat(first.at("/questions/0").hasNonNull("feedback")).isFalse();

        var second = school.attempt(leo, quiz);
        assertThat(school.read(leo, first).body()).doesNotContain("\"expected\"");
        school.submit(leo, second);

        var shown = school.read(leo, first).json().at("/questions/0");
        assertThat(shown.at("/feedback/correct").asBoolean()).isTrue();
        assertThat(shown.at("/feedback/points").asInt()).isEqualTo(1);
        assertThat(shown.at("/feedback/expected/optionIds/0").asString())
                .isEqualTo(School.optionOf(shown, "right"));
    }

    @Test
    void tellsWhatCountsOfSeveralAttempts() {
        var quiz = published("scoring", "AVERAGE");
        graded(quiz);

        var second = school.submit(leo, school.attempt(leo, quiz)).json();

        assertThat(second.get("scorePercent").asInt()).isZero();
        assertThat(second.get("quizScorePercent").asInt()).isEqualTo(10);
    }

    private JsonNode gradedWith(Object... more) {
        return graded(published(more));
    }

    private JsonNode graded(UUID quiz) {
        var attempt = school.attempt(leo, quiz);
        school.choose(leo, attempt, 0, 1, "right");
        return school.submit(leo, attempt).json();
    }
}
