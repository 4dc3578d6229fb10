package dev.lectern.assessment.authoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScoringTest {

    @ParameterizedTest
    @CsvSource({"BEST, 80", "LAST, 51", "AVERAGE, 57"})
    void saysWhatCountsOfSeveralAttempts(Scoring scoring, int counts) {
        assertThat(scoring.of(List.of(40, 80, 51))).hasValue(counts);
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingBeforeTheFirst(Scoring scoring) {
        assertThat(scoring.of(List.of())).isEmpty();
    }

    @Test
    void roundsDown() {
        assertThat(Scoring.AVERAGE.of(List.of(69, 70))).hasValue(69);
    }
}
