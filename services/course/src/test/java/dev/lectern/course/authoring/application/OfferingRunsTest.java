package dev.lectern.course.authoring.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.security.Caller;
import dev.lectern.common.web.IfMatch;
import dev.lectern.course.authoring.application.OfferingRuns.Offer;
import dev.lectern.course.authoring.domain.RunId;
import dev.lectern.course.authoring.domain.RunTerms;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Studio;
import dev.lectern.testing.AtOnce;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@CourseTest
class OfferingRunsTest {

    @Autowired Studio studio;
    @Autowired OfferingRuns offering;
    @Autowired CourseViews courses;
    @Autowired RunViews runs;

    private final Caller author = Studio.anInstructor();
    private RunId run = new RunId(new UUID(0, 0));

    @BeforeEach
    void aDraft() {
        var course = studio.draft(author, "Offered");
        run = new RunId(courses.one(course.value(), author).defaultRunId());
    }

    @Test
    void storesWhatEnrollmentTook() {
        offer(5, etag(), author);

        assertThat(runs.one(run.value(), author).capacity()).isEqualTo(5);
        assertThat(lastLimit()).isEqualTo(5);
    }

    @Test
    void storesNothingThatEnrollmentRefuses() {
        Callees.taken(run.value(), 6);

        assertThatThrownBy(() -> offer(5, etag(), author))
                .hasFieldOrPropertyWithValue("code", "CAPACITY_BELOW_TAKEN");

        assertThat(runs.one(run.value(), author).capacity()).isNull();
    }

    @Test
    void asksEnrollmentAgainWhenTheSameIsSaidTwice() {
        offer(5, etag(), author);
        offer(5, etag(), author);

        assertThat(Callees.callsAbout(run.value())).hasSize(2);
    }

    @Test
    void endsWithTheSameCapacityHereAndInEnrollmentHoweverManyOfferAtOnce() throws Exception {
        var etag = etag();
        var capacity = new AtomicInteger();

        var outcomes =
                AtOnce.run(
                        5,
                        () -> {
                            var mine = capacity.incrementAndGet();
                            return Studio.outcomeOf(() -> offer(mine, etag, author));
                        });

        assertThat(outcomes).filteredOn("DONE"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("VERSION_STALE"::equals).hasSize(4);
        assertThat(lastLimit()).isEqualTo(runs.one(run.value(), author).capacity());
    }

    @Test
    void isRefusedToStrangersWithoutAskingAnybody() {
        assertThatThrownBy(() -> offer(5, etag(), Studio.anInstructor()))
                .hasFieldOrPropertyWithValue("code", "NOT_FOUND");

        assertThat(Callees.callsAbout(run.value())).isEmpty();
    }

    private void offer(int capacity, IfMatch etag, Caller caller) {
        offering.offer(
                new Offer(run, true, now -> new RunTerms(capacity, now.opensAt(), now.closesAt())),
                etag,
                caller);
    }

    private IfMatch etag() {
        return new IfMatch(IfMatch.etagOf(runs.one(run.value(), author).version()));
    }

    private int lastLimit() {
        return Callees.callsAbout(run.value()).getLast().body().get("capacity").asInt();
    }
}
