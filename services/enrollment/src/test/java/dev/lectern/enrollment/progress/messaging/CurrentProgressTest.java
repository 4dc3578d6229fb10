package dev.lectern.enrollment.progress.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.common.event.CurrentState.Snapshot;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.enrollment.Catalogue;
import dev.lectern.enrollment.enrolling.application.Enrolling;
import dev.lectern.enrollment.enrolling.application.Enrolling.Enroll;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.progress.application.RecordingFacts;
import dev.lectern.enrollment.progress.domain.FactType;
import dev.lectern.enrollment.progress.domain.ReportedFact;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.testing.ServiceTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
class CurrentProgressTest {

    @Autowired CurrentProgress current;
    @Autowired Catalogue catalogue;
    @Autowired Enrolling enrolling;
    @Autowired RecordingFacts recording;
    @Autowired Clock clock;

    @Test
    void tellsHowFarALearnerIsNowAndNothingOfWhoHasNotBegun() {
        var offer = catalogue.freeCourse();
        var learner = UUID.randomUUID();
        var enrollment = enroll(offer, learner);
        assertThat(toldOf(enrollment, 100)).isEmpty();

        complete(offer.lessons().getFirst(), learner);
        assertThat(toldOf(enrollment, 100))
                .containsExactly(
                        new EnrollmentProgressChanged(enrollment, learner, offer.courseId(), 50));

        complete(offer.lessons().getLast(), learner);
        assertThat(toldOf(enrollment, 100))
                .containsExactly(
                        new EnrollmentProgressChanged(enrollment, learner, offer.courseId(), 100));
    }

    @Test
    void losesNoneBetweenTwoBatches() {
        var offer = catalogue.freeCourse();
        var enrollments = new ArrayList<UUID>();
        for (var i = 0; i < 3; i++) {
            var learner = UUID.randomUUID();
            enrollments.add(enroll(offer, learner));
            complete(offer.lessons().getFirst(), learner);
        }

        assertThat(enrollments)
                .allSatisfy(enrollment -> assertThat(toldOf(enrollment, 2)).hasSize(1));
    }

    private UUID enroll(Catalogue.Offer offer, UUID learner) {
        return enrolling
                .enroll(
                        new Enroll(new RunId(offer.runId())),
                        new Caller(learner, Set.of(Role.learner)))
                .value();
    }

    private void complete(UUID lesson, UUID learner) {
        var now = clock.instant();
        var device = UUID.randomUUID();
        recording.record(
                device,
                List.of(
                        new ReportedFact(
                                device, 1, FactType.COMPLETED, lesson, null, null, now, now)),
                new Caller(learner, Set.of(Role.learner)));
    }

    /// What is told of one enrollment, read batch after batch to the end.
    private List<EnrollmentProgressChanged> toldOf(UUID enrollment, int limit) {
        var told = new ArrayList<EnrollmentProgressChanged>();
        @Nullable UUID last = null;
        List<Snapshot> batch;
        do {
            batch = current.after(last, limit);
            batch.stream()
                    .filter(snapshot -> snapshot.subject().equals(enrollment))
                    .forEach(snapshot -> told.add((EnrollmentProgressChanged) snapshot.event()));
            last = batch.isEmpty() ? null : batch.getLast().subject();
        } while (batch.size() >= limit);
        return told;
    }
}
