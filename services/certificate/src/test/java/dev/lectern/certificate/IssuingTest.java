package dev.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.certificate.application.PreparingCertificates;
import dev.lectern.certificate.application.RecordingCompletions;
import dev.lectern.certificate.domain.Completion;
import dev.lectern.common.event.DeadLetters;
import dev.lectern.testing.AtOnce;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

class IssuingTest extends CertificateServiceTest {

    @Autowired RecordingCompletions recording;
    @Autowired PreparingCertificates preparing;
    @Autowired DeadLetters deadLetters;

    @Test
    void followsACompletionAndTellsTheOthersWithoutAName() {
        var heard = neighbours.listenTo("certificate");

        var issued = issue(learner, "Łukasz Żółć");

        var certificate = as(learner).get("/api/v1/certificates").json().at("/items/0");
        assertThat(certificate.get("id").asString()).isEqualTo(issued.id().toString());
        assertThat(certificate.get("courseId").asString()).isEqualTo(course.toString());
        assertThat(certificate.get("courseTitle").asString()).isEqualTo("Signals and Sampling");
        assertThat(certificate.get("courseVersion").asInt()).isEqualTo(1);
        assertThat(certificate.get("holderName").asString()).isEqualTo("Łukasz Żółć");
        assertThat(certificate.get("completedOn").asString()).isEqualTo("2026-10-02");
        assertThat(certificate.get("status").asString()).isEqualTo("ISSUED");
        assertThat(certificate.get("verifyUrl").asString())
                .isEqualTo("http://localhost:3000/verify/" + issued.code());

        var told = heard.atLeast(1, "certificate.issued.v1").getFirst();
        assertThat(told.get("subject").asString()).isEqualTo(issued.id().toString());
        assertThat(told.get("data").get("learnerId").asString()).isEqualTo(learner.toString());
        assertThat(told.get("data").propertyNames())
                .containsExactlyInAnyOrder(
                        "certificateId", "learnerId", "courseId", "courseVersion", "issuedAt");
    }

    @Nested
    class Once {

        @Test
        void howeverOftenTheCompletionIsToldAgain() {
            publish(course, 1, "Signals and Sampling");
            var letter = neighbours.letter(UUID.randomUUID(), completion(learner, course, 1));

            for (var i = 0; i < 5; i++) {
                neighbours.send(letter);
            }
            var first = awaitCertificate(learner, course);
            neighbours.send(letter);
            neighbours.say(UUID.randomUUID(), completion(learner, course, 2));
            awaitQuiet();

            assertThat(awaitCertificate(learner, course)).isEqualTo(first);
            assertThat(issuedEvents()).isEqualTo(1);
        }

        @Test
        void forTwentyDeliveriesAtOnce() throws Exception {
            publish(course, 1, "Signals and Sampling");

            var outcomes = AtOnce.run(20, () -> outcomeOf(() -> recording.record(aCompletion())));

            assertThat(outcomes).containsOnly("done");
            awaitCertificate(learner, course);
            awaitQuiet();
            assertThat(count(learner, course)).isEqualTo(1);
            assertThat(issuedEvents()).isEqualTo(1);
        }

        @Test
        void forTwentyMessagesOfTheirOwnAtOnce() throws Exception {
            publish(course, 1, "Signals and Sampling");

            AtOnce.run(
                    20,
                    () ->
                            outcomeOf(() ->
                                    neighbours.say(
                                            UUID.randomUUID(), completion(learner, course, 1))));

            awaitCertificate(learner, course);
            awaitQuiet();
            assertThat(count(learner, course)).isEqualTo(1);
            assertThat(issuedEvents()).isEqualTo(1);
            assertThat(deadLetters.list()).isEmpty();
        }

        @Test
        void whenItsTaskRunsTwentyTimesAtOnce() throws Exception {
            publish(course, 1, "Signals and Sampling");
            awaitTitles(1);
            var completion = aCompletion();

            var outcomes = AtOnce.run(20, () -> outcomeOf(() -> preparing.prepare(completion)));
            preparing.prepare(completion);

            assertThat(count(learner, course)).isEqualTo(1);
            assertThat(issuedEvents()).isEqualTo(1);
            assertThat(outcomes).contains("done");
        }

        @Test
        void forEachCourseAndEachLearner() {
            var other = UUID.randomUUID();
            var first = issue(learner, "Ida Berg");
            var second = issue(other, "Ida Berg");
            var third = UUID.randomUUID();
            publish(third, 1, "Another course");
            neighbours.say(UUID.randomUUID(), completion(learner, third, 1));

            assertThat(awaitCertificate(learner, third).code())
                    .isNotEqualTo(first.code())
                    .isNotEqualTo(second.code());
        }
    }

    @Nested
    class Waiting {

        @Test
        void forTheUserServiceWhenItIsAway() {
            USER.failFor(learner, 503, 500);

            issue(learner, "Ida Berg");

            assertThat(USER.timesAsked(learner)).isEqualTo(3);
        }

        @Test
        void forAProfileThatIsStillOnItsWay() {
            USER.failFor(learner, 404);

            issue(learner, "Ida Berg");

            assertThat(USER.timesAsked(learner)).isEqualTo(2);
        }

        @Test
        void forACourseThatIsToldLate() {
            neighbours.say(UUID.randomUUID(), completion(learner, course, 1));
            await().until(() -> completions() == 1);

            publish(course, 1, "Signals and Sampling");

            awaitCertificate(learner, course);
        }
    }

    @Nested
    class Names {

        @Test
        void stayAsTheyWereWhenItWasIssued() {
            issue(learner, "Ida Berg");
            USER.name(learner, "Ida Stein");
            publish(course, 2, "Signals, second edition");
            neighbours.say(UUID.randomUUID(), completion(learner, course, 2));
            awaitQuiet();

            var certificate = as(learner).get("/api/v1/certificates").json().at("/items/0");
            assertThat(certificate.get("holderName").asString()).isEqualTo("Ida Berg");
            assertThat(certificate.get("courseTitle").asString()).isEqualTo("Signals and Sampling");
        }

        @Test
        void areThoseOfTheVersionThatWasCompleted() {
            publish(course, 2, "Second edition");
            publish(course, 1, "First edition");
            awaitTitles(2);
            neighbours.say(UUID.randomUUID(), completion(learner, course, 1));
            awaitCertificate(learner, course);

            assertThat(titleOnTheCertificate()).isEqualTo("First edition");
        }

        @Test
        void areThoseOfTheNextVersionWhereTheOldOneIsNotToldAnyMore() {
            publish(course, 4, "Fourth edition");
            publish(course, 3, "Third edition");
            awaitTitles(2);
            neighbours.say(UUID.randomUUID(), completion(learner, course, 2));
            awaitCertificate(learner, course);

            assertThat(titleOnTheCertificate()).isEqualTo("Third edition");
        }
    }

    private Completion aCompletion() {
        return new Completion(UUID.randomUUID(), learner, course, 1, COMPLETED_AT);
    }

    private String titleOnTheCertificate() {
        return as(learner).get("/api/v1/certificates").json().at("/items/0/courseTitle").asString();
    }

    /// Nothing more can come: every task is done and every message handled.
    private void awaitQuiet() {
        var marker = UUID.randomUUID();
        neighbours.say(UUID.randomUUID(), completion(marker, course, 1));
        awaitCertificate(marker, course);
        await().until(() ->
                number("select count(*) from scheduled_tasks where task_name = 'issue-certificate'")
                        == 0);
    }

    private void awaitTitles(int versions) {
        await().until(() ->
                database.sql("select count(*) from copy_course_title where course_id = :id")
                                .param("id", course)
                                .query(Integer.class)
                                .single()
                        == versions);
    }

    private int completions() {
        return database.sql("select count(*) from completion where learner_id = :id")
                .param("id", learner)
                .query(Integer.class)
                .single();
    }

    private int issuedEvents() {
        return database.sql(
                        """
                        select count(*) from outbox o join certificate c on c.id = o.subject
                        where c.learner_id = :id
                        """)
                .param("id", learner)
                .query(Integer.class)
                .single();
    }

    private int number(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    /// Whether it was done, or stopped by the unique index.
    private static String outcomeOf(Runnable run) {
        try {
            run.run();
            return "done";
        } catch (DataIntegrityViolationException e) {
            return "stopped";
        }
    }
}
