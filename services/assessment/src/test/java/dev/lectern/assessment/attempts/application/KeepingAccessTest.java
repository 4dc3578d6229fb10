package dev.lectern.assessment.attempts.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.assessment.AssessmentTest;
import dev.lectern.assessment.Facts;
import dev.lectern.assessment.Facts.Enrolled;
import dev.lectern.assessment.Hearing;
import dev.lectern.assessment.School;
import dev.lectern.events.ContractEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AssessmentTest
class KeepingAccessTest {

    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired Hearing hears;
    @Autowired School school;
    @Autowired JdbcClient database;

    static Stream<List<Function<Enrolled, ContractEvent>>> histories() {
        return Stream.of(
                List.of(
                        e -> Facts.granted(e, 1),
                        Facts::suspended,
                        Facts::restored,
                        Facts::suspended,
                        Facts::revoked),
                List.of(
                        e -> Facts.grantedUntil(e, 1, END),
                        Facts::suspended,
                        e -> Facts.grantedAgain(e, 2, "SUSPENDED", END),
                        Facts::restored,
                        Facts::expired),
                List.of(e -> Facts.granted(e, 1), Facts::suspended, Facts::restored));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void endsTheSameInWhateverOrderAndHoweverOftenItIsTold(
            List<Function<Enrolled, ContractEvent>> history) {
        var enrolled = Enrolled.in(UUID.randomUUID(), UUID.randomUUID());
        tell(history, enrolled, IntStream.range(0, history.size()).boxed().toList());
        var expected = copyOf(enrolled);

        for (var seed = 0; seed < 60; seed++) {
            var another = Enrolled.in(enrolled.course(), enrolled.learner());

            tell(history, another, shuffledWithRepeats(history.size(), new Random(seed)));

            assertThat(copyOf(another)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void ignoresAMembershipThatIsOlderThanTheLast() {
        var course = UUID.randomUUID();
        var author = UUID.randomUUID();
        var assistant = UUID.randomUUID();
        hears.at(11, Facts.members(course, author));

        hears.at(10, Facts.members(course, author, assistant));

        assertThat(school.as(assistant).get(School.BANKS + "?courseId=" + course).status())
                .isEqualTo(404);
        assertThat(school.as(author).get(School.BANKS + "?courseId=" + course).status())
                .isEqualTo(200);
    }

    private void tell(
            List<Function<Enrolled, ContractEvent>> history, Enrolled e, List<Integer> order) {
        order.forEach(i -> hears.at(100 + i, history.get(i).apply(e)));
    }

    /// Every position at least once, some twice.
    private static List<Integer> shuffledWithRepeats(int size, Random random) {
        var order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        for (var i = 0; i < 3; i++) {
            order.add(random.nextInt(size));
        }
        Collections.shuffle(order, random);
        return order;
    }

    private Map<String, @Nullable Object> copyOf(Enrolled e) {
        return database.sql(
                        """
                        select learner_id, course_id, status, course_version,
                               expires_at is not null as ends
                        from copy_learner_access where enrollment_id = :id
                        """)
                .param("id", e.id())
                .query()
                .singleRow();
    }
}
