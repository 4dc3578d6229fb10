package dev.lectern.enrollment.progress.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.common.security.Role;
import dev.lectern.enrollment.Catalogue;
import dev.lectern.enrollment.Catalogue.Offer;
import dev.lectern.enrollment.enrolling.application.Enrolling;
import dev.lectern.enrollment.enrolling.application.Enrolling.Enroll;
import dev.lectern.enrollment.enrolling.domain.RunId;
import dev.lectern.enrollment.progress.application.RecordingFacts;
import dev.lectern.enrollment.progress.domain.FactType;
import dev.lectern.enrollment.progress.domain.ReportedFact;
import dev.lectern.events.assessment.AttemptGraded;
import dev.lectern.testing.ServiceTest;
import dev.lectern.testing.events.Neighbours.Letter;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What assessment grades, over the real broker.
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Catalogue.class)
@SuppressWarnings("NullAway.Init")
class CountingGradesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired Enrolling enrolling;
    @Autowired RecordingFacts recording;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final UUID leo = UUID.randomUUID();
    private final UUID quiz = UUID.randomUUID();
    private Offer offer;
    private UUID enrollment;

    @BeforeEach
    void enroll() {
        offer = catalogue.courseDecidedBy(quiz, 90);
        enrollment = enrolling.enroll(new Enroll(new RunId(offer.runId())), leo()).value();
    }

    @Test
    void countsAPassedQuizOnceAndExplainsIt() {
        var failed = graded(1, 40, false);
        var passed = graded(2, 80, true);

        for (var letter : List.of(failed, passed, passed)) {
            catalogue.neighbours().send(letter);
        }
        awaitHandled(failed, passed);

        assertThat(progress("").get("percent").asInt()).isEqualTo(50);
        assertThat(progress("").at("/lessons/1/status").asString()).isEqualTo("DONE");
        var why = progress("/why");
        assertThat(why.at("/rules/1/met").asBoolean()).isTrue();
        assertThat(why.at("/rules/1/factIds").size()).isEqualTo(1);
    }

    @Test
    void completesTheCourseOnceTheScoreIsThatOfTheQuizThatDecides() {
        complete(offer.lessons().getFirst());
        var enough = graded(1, 80, true);
        catalogue.neighbours().send(enough);
        awaitHandled(enough);
        assertThat(progress("").get("percent").asInt()).isEqualTo(100);
        var waiting = progress("/why");
        assertThat(waiting.get("verdict").asString()).isEqualTo("IN_PROGRESS");
        assertThat(waiting.at("/rules/2/rule").asString()).isEqualTo("FINAL_SCORE");
        assertThat(waiting.at("/rules/2/met").asBoolean()).isFalse();

        var better = graded(2, 90, true);
        catalogue.neighbours().send(better);
        awaitHandled(better);

        var why = progress("/why");
        assertThat(why.get("verdict").asString()).isEqualTo("COMPLETED");
        assertThat(why.at("/rules/2/met").asBoolean()).isTrue();
    }

    private Letter graded(int number, int percent, boolean passed) {
        return catalogue
                .neighbours()
                .letter(
                        UUID.randomUUID(),
                        new AttemptGraded(
                                UUID.randomUUID(),
                                leo,
                                enrollment,
                                offer.courseId(),
                                quiz,
                                number,
                                percent,
                                passed,
                                clock.instant()));
    }

    private void awaitHandled(Letter... letters) {
        var ids = List.of(letters).stream().map(Letter::id).toList();
        await().atMost(SOON)
                .until(() ->
                        jdbc.sql("select count(*) from inbox where event_id in (:ids)")
                                        .param("ids", ids)
                                        .query(Integer.class)
                                        .single()
                                == ids.size());
    }

    private void complete(UUID lesson) {
        var device = UUID.randomUUID();
        var now = clock.instant();
        recording.record(
                device,
                List.of(
                        new ReportedFact(
                                device, 1, FactType.COMPLETED, lesson, null, null, now, now)),
                leo());
    }

    private JsonNode progress(String part) {
        return new Client(port)
                .as(TestIdentity.tokenOf(leo, "learner"))
                .get("/api/v1/progress/" + offer.courseId() + part)
                .json();
    }

    private Caller leo() {
        return new Caller(leo, Set.of(Role.learner));
    }
}
