package dev.lectern.common.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.copy.AccessCopy.InForce;
import dev.lectern.common.event.Received;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.enrollment.EnrollmentExpired;
import dev.lectern.events.enrollment.EnrollmentGranted;
import dev.lectern.events.enrollment.EnrollmentRestored;
import dev.lectern.events.enrollment.EnrollmentRevoked;
import dev.lectern.events.enrollment.EnrollmentSuspended;
import dev.lectern.sample.SampleApplication;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.facts.Enrolled;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

@ServiceTest(classes = SampleApplication.class)
class AccessCopyTest {

    private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");
    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired JdbcClient database;

    private final Enrolled enrolled = Enrolled.in(UUID.randomUUID(), UUID.randomUUID());

    @Test
    void neverLetsAnOlderGrantUndoANewerSuspension() {
        hear(5, enrolled.granted(1));
        hear(6, enrolled.suspended());

        hear(5, enrolled.granted(1));

        assertThat(copyOf(enrolled)).containsEntry("status", "SUSPENDED");
    }

    @Test
    void takesTheTermsOfAGrantThatComesAfterItsSuspension() {
        hear(6, enrolled.suspended());

        hear(5, enrolled.grantedUntil(3, END));

        assertThat(copyOf(enrolled))
                .containsEntry("status", "SUSPENDED")
                .containsEntry("course_version", 3)
                .containsEntry("ends", true);
    }

    @Test
    void takesTheStateThatIsToldAgain() {
        hear(5, enrolled.granted(1));

        hear(9, enrolled.grantedAgain(2, "REVOKED", null));

        assertThat(copyOf(enrolled))
                .containsEntry("status", "REVOKED")
                .containsEntry("course_version", 2)
                .containsEntry("ends", false);
    }

    static Stream<List<Function<Enrolled, ContractEvent>>> histories() {
        return Stream.of(
                List.of(
                        e -> e.granted(1),
                        Enrolled::suspended,
                        Enrolled::restored,
                        Enrolled::suspended,
                        Enrolled::revoked),
                List.of(
                        e -> e.grantedUntil(1, END),
                        Enrolled::suspended,
                        e -> e.grantedAgain(1, "SUSPENDED", END),
                        Enrolled::restored,
                        Enrolled::expired),
                List.of(
                        e -> e.grantedUntil(1, END),
                        Enrolled::suspended,
                        e -> e.grantedAgain(2, "SUSPENDED", END),
                        Enrolled::restored,
                        Enrolled::expired),
                List.of(e -> e.granted(1), Enrolled::suspended, Enrolled::restored),
                List.of(
                        e -> e.granted(1),
                        Enrolled::suspended,
                        e -> e.grantedAgain(2, "SUSPENDED", null),
                        Enrolled::restored));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void endsTheSameInWhateverOrderAndHoweverOftenItIsTold(
            List<Function<Enrolled, ContractEvent>> history) {
        tell(history, enrolled, IntStream.range(0, history.size()).boxed().toList());
        var expected = copyOf(enrolled);

        for (var seed = 0; seed < 60; seed++) {
            var another = Enrolled.in(enrolled.course(), enrolled.learner());

            tell(history, another, shuffledWithRepeats(history.size(), new Random(seed)));

            assertThat(copyOf(another)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private void tell(
            List<Function<Enrolled, ContractEvent>> history, Enrolled e, List<Integer> order) {
        order.forEach(i -> hear(100 + i, history.get(i).apply(e)));
    }

    @Test
    void namesTheNewestEnrollmentThatGivesAccessNow() {
        var again = Enrolled.in(enrolled.course(), enrolled.learner());
        hear(1, enrolled.grantedUntil(1, NOW));
        assertThat(inForce()).isEmpty();

        hear(2, enrolled.grantedUntil(1, NOW.plusMillis(1)));
        assertThat(inForce()).contains(new InForce(enrolled.id(), 1));

        hear(3, again.suspended());
        assertThat(inForce()).contains(new InForce(enrolled.id(), 1));

        hear(4, again.restored());
        assertThat(inForce()).contains(new InForce(enrolled.id(), 1));

        hear(5, enrolled.revoked());
        assertThat(inForce()).isEmpty();

        hear(6, again.granted(2));
        assertThat(inForce()).contains(new InForce(again.id(), 2));
    }

    private Optional<InForce> inForce() {
        return copy().inForce(enrolled.learner(), enrolled.course());
    }

    private AccessCopy copy() {
        return new AccessCopy(database, Clock.fixed(NOW, ZoneOffset.UTC));
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

    private void hear(long sequence, ContractEvent fact) {
        var copy = copy();
        switch (fact) {
            case EnrollmentGranted e -> copy.granted(received(sequence, e));
            case EnrollmentSuspended e -> copy.suspended(received(sequence, e));
            case EnrollmentRestored e -> copy.restored(received(sequence, e));
            case EnrollmentRevoked e -> copy.revoked(received(sequence, e));
            case EnrollmentExpired e -> copy.expired(received(sequence, e));
            default -> throw new IllegalArgumentException("does not change access: " + fact);
        }
    }

    private static <E extends ContractEvent> Received<E> received(long sequence, E fact) {
        return new Received<>(
                fact, UUID.randomUUID(), UUID.randomUUID(), sequence, Enrolled.GRANTED_AT);
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
