package dev.lectern.course.catalog.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.course.catalog.domain.Spelling.Known;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "signals, signals, 0",
        "singals, signals, 1",
        "signls, signals, 1",
        "signaals, signals, 1",
        "signels, signals, 1",
        "'', abc, 3",
        "waves, signals, 6"
    })
    void countsSteps(String one, String other, int steps) {
        assertThat(Spelling.distance(one, other)).isEqualTo(steps);
        assertThat(Spelling.distance(other, one)).isEqualTo(steps);
    }

    @Test
    void takesTheNearestWordAndOfEquallyNearOnesTheMoreCommon() {
        var known = List.of(new Known("waver", 1), new Known("waves", 9), new Known("wages", 50));

        assertThat(Spelling.nearest("wvaes", known)).contains("waves");
        assertThat(Spelling.nearest("waces", known)).contains("wages");
    }

    @Test
    void forgivesLessInAShortWord() {
        assertThat(Spelling.nearest("cat", List.of(new Known("dog", 1)))).isEmpty();
        assertThat(Spelling.nearest("jaav", List.of(new Known("java", 1)))).contains("java");
        assertThat(Spelling.nearest("jvv", List.of(new Known("java", 1)))).isEmpty();
    }
}
