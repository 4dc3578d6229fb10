package dev.lectern.assessment.attempts.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@AssessmentTest
class PreviewingTest extends QuizTaking {

    @Test
    void isForMembersAndCountsNowhere() {
        var quiz = school.quiz(course, bank, 5, "maxAttempts", 1);

        for (var round = 0; round < 2; round++) {
            var attempt = school.attempt(course.author(), quiz);
            assertThat(attempt.get("preview").asBoolean()).isTrue();
            school.submit(course.author(), attempt);
        }

        assertThat(told("assessment.attempt-graded.v1", quiz)).isZero();
    }

    @Test
    void saysWhatIsMissing() {
        var early = school.quiz(course, bank, 7);

        var answer = school.start(course.author(), early);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("POOL_TOO_SMALL");
    }

    @Test
    void endsWithTheMembership() {
        var attempt = school.attempt(course.author(), school.quiz(course, bank, 5));

        hears.of(Facts.members(course.id(), UUID.randomUUID()));

        assertThat(school.read(course.author(), attempt).status()).isEqualTo(404);
    }
}
