package dev.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.assessment.School.Course;
import dev.lectern.client.Answer;
import dev.lectern.common.event.DeadLetters;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import dev.lectern.events.user.ProfileUpdated;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.events.Neighbours.Letter;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.neighbours.UserStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What assessment hears and says, over the real broker.
@AssessmentTest
@SuppressWarnings("NullAway.Init")
class AssessmentMessagingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired RabbitTemplate rabbit;
    @Autowired School school;
    @Autowired UserStub user;
    @Autowired DeadLetters deadLetters;
    @Autowired JdbcClient database;

    private Neighbours neighbours;
    private Course course;
    private UUID quiz;
    private Enrolled enrolled;

    @BeforeEach
    void meet() {
        neighbours = new Neighbours(rabbit);
        course = school.aCourse();
        quiz = school.quiz(course, school.bankOf(2, course), 2);
        enrolled = Enrolled.in(course.id(), UUID.randomUUID());
    }

    @AfterEach
    void nothingWasTooMuch() {
        assertThat(deadLetters.list()).isEmpty();
    }

    @Nested
    class Hearing {

        @Test
        void opensCoursesToTheirMembers() {
            var another = new Course(UUID.randomUUID(), UUID.randomUUID());

            say(Facts.members(another.id(), another.author()));

            await().atMost(SOON)
                    .until(() ->
                            school.as(another.author())
                                            .get(School.BANKS + "?courseId=" + another.id())
                                            .status()
                                    == 200);
        }

        @Test
        void opensWithTheGrantAndClosesWithinFiveSecondsOfTheSuspension() {
            var revision = school.pin(course.id(), quiz).json().at("/revisions/0/revisionId");
            say(
                    Facts.published(
                            course.id(), 1, Map.of(quiz, UUID.fromString(revision.asString()))),
                    enrolled.granted(1));
            await().atMost(SOON).until(() -> list().status() == 200);

            say(enrolled.suspended());

            await().atMost(Duration.ofSeconds(5)).until(() -> list().code().equals("NOT_ENROLLED"));
        }

        @Test
        void callsLearnersAsTheyCallThemselves() {
            user.name(enrolled.learner(), "Leo Lang");
            say(enrolled.granted(1));
            await().atMost(SOON).until(() -> nameInTheGradebook().equals("Leo Lang"));

            user.name(enrolled.learner(), "Leo Long");
            say(new ProfileUpdated(enrolled.learner()));

            await().atMost(SOON).until(() -> nameInTheGradebook().equals("Leo Long"));
        }

        private String nameInTheGradebook() {
            return school.as(course.author())
                    .get("/api/v1/gradebook/" + course.id())
                    .json()
                    .at("/items/0/displayName")
                    .asString("");
        }

        @Test
        void isTheSameHoweverOftenItIsTold() {
            var letter = neighbours.letter(UUID.randomUUID(), enrolled.granted(1));

            for (var i = 0; i < 3; i++) {
                neighbours.send(letter);
            }
            awaitHandled(List.of(letter));

            assertThat(
                            database.sql(
                                            """
                                            select status from copy_learner_access
                                            where enrollment_id = :id
                                            """)
                                    .param("id", enrolled.id())
                                    .query(String.class)
                                    .list())
                    .containsExactly("ACTIVE");
        }

        static List<String> consumed() {
            return Platform.load().service("assessment").consumes().stream().toList();
        }

        @ParameterizedTest
        @MethodSource("consumed")
        void readsEverySampleAndWhatAProducerMayAdd(String type) {
            var sample = (ObjectNode) sampleOf(type);
            var id = UUID.randomUUID();
            sample.put("id", id.toString());
            sample.put("addedlater", "1");
            ((ObjectNode) sample.get("data")).put("addedLater", 1);

            sendAs(Platform.producerOf(type), type, JSON.writeValueAsString(sample));

            await().atMost(SOON).until(() -> handled(List.of(id)) == 1);
        }

        private Answer list() {
            return school.as(enrolled.learner()).get(School.QUIZZES + "/" + quiz + "/attempts");
        }
    }

    @Nested
    class Saying {

        @Test
        void tellsEveryChangeOfAQuizInTheFormOfTheSample() {
            var heard = neighbours.listenTo("assessment");

            var early = school.quiz(course, school.bankOf(1, course), 2);

            var told = ofQuiz(heard.atLeast(1, "assessment.quiz-changed.v1"), early).getFirst();
            requireFormOfSample(told);
            assertThat(told.at("/data/ready").asBoolean()).isFalse();
            assertThat(told.at("/data/courseId").asString()).isEqualTo(course.id().toString());
        }

        @Test
        void tellsWhatAnAttemptIsWorthOnceInTheFormOfTheSampleAndNothingOfTheAnswers() {
            school.publish(course, 1, quiz);
            var leo = school.enroll(course, 1);
            var heard = neighbours.listenTo("assessment");

            var attempt = school.attempt(leo.learner(), quiz);
            school.choose(leo.learner(), attempt, 0, 1, "right");
            school.submit(leo.learner(), attempt);
            school.submit(leo.learner(), attempt);

            var told = heard.atLeast(1, "assessment.attempt-graded.v1");
            assertThat(told).hasSize(1);
            requireFormOfSample(told.getFirst());
            var data = told.getFirst().get("data");
            assertThat(data.get("enrollmentId").asString()).isEqualTo(leo.id().toString());
            assertThat(data.get("scorePercent").asInt()).isEqualTo(50);
            assertThat(data.get("passed").asBoolean()).isFalse();
        }

        @Test
        void tellsOfAssignmentsAndWhatIsHandedInAndGradedInTheFormOfTheSamples() {
            var heard = neighbours.listenTo("assessment");
            var assignment =
                    school.post(
                                    course.author(),
                                    "/api/v1/assignments",
                                    Map.of(
                                            "courseId",
                                            course.id(),
                                            "title",
                                            "An essay",
                                            "instructions",
                                            "Write.",
                                            "passPercent",
                                            50,
                                            "rubric",
                                            List.of(Map.of("title", "Clear", "points", 4))))
                            .json();
            say(Facts.showing(course.id(), School.idOf(assignment)), enrolled.granted(1));
            var path = "/api/v1/assignments/" + School.idOf(assignment) + "/submissions";
            var submission =
                    await().atMost(SOON)
                            .until(
                                    () ->
                                            school.post(
                                                    enrolled.learner(),
                                                    path,
                                                    Map.of("text", "Mine")),
                                    answer -> answer.status() == 201)
                            .json();
            school.post(
                    course.author(),
                    "/api/v1/submissions/" + School.idOf(submission) + "/grades",
                    Map.of(
                            "scores",
                            List.of(
                                    Map.of(
                                            "criterionId",
                                            assignment.at("/rubric/0/id").asString(),
                                            "points",
                                            3))));

            requireFormOfSample(heard.atLeast(1, "assessment.assignment-written.v1").getFirst());
            requireFormOfSample(heard.atLeast(1, "assessment.submission-received.v1").getFirst());
            var graded = heard.atLeast(1, "assessment.submission-graded.v1").getFirst();
            requireFormOfSample(graded);
            assertThat(graded.at("/data/scorePercent").asInt()).isEqualTo(75);
        }

        @ParameterizedTest
        @ValueSource(strings = {"assessment.quiz-changed.v1"})
        void tellsItsStateAgainToOneWhoAsks(String type) {
            var heard = neighbours.listenTo("assessment");
            var request = JSON.convertValue(sampleOf(type), LinkedHashMap.class);
            @SuppressWarnings("unchecked")
            Map<String, Object> envelope = request;
            envelope.put("id", UUID.randomUUID().toString());
            envelope.put("type", "course.resync-requested.v1");
            envelope.put("data", Map.of("consumer", "course", "types", List.of(type)));

            sendAs("course", "resync-requested.assessment", JSON.writeValueAsString(envelope));

            await().atMost(SOON)
                    .until(() ->
                            heard.messages().stream()
                                    .filter(message ->
                                            ("resync.course." + type)
                                                    .equals(
                                                            message.getMessageProperties()
                                                                    .getReceivedRoutingKey()))
                                    .map(message -> JSON.readTree(message.getBody()))
                                    .anyMatch(event -> isOf(event, quiz)));
        }

        private static List<JsonNode> ofQuiz(List<JsonNode> events, UUID quiz) {
            return events.stream().filter(event -> isOf(event, quiz)).toList();
        }

        private static boolean isOf(JsonNode event, UUID quiz) {
            return event.at("/data/quizId").asString().equals(quiz.toString());
        }

        private static void requireFormOfSample(JsonNode told) {
            var sample = sampleOf(told.get("type").asString());
            assertThat(told.get("data").propertyNames())
                    .containsExactlyInAnyOrderElementsOf(sample.get("data").propertyNames());
            sample.get("data")
                    .propertyStream()
                    .forEach(field ->
                            assertThat(told.get("data").get(field.getKey()).getNodeType())
                                    .as(field.getKey())
                                    .isEqualTo(field.getValue().getNodeType()));
        }
    }

    private List<Letter> say(ContractEvent... facts) {
        var letters =
                List.of(facts).stream()
                        .map(fact -> neighbours.letter(UUID.randomUUID(), fact))
                        .toList();
        letters.forEach(neighbours::send);
        return letters;
    }

    private void sendAs(String producer, String routingKey, String body) {
        rabbit.convertAndSend(
                Platform.exchangeOf(producer), routingKey, body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitHandled(List<Letter> letters) {
        var ids = letters.stream().map(Letter::id).toList();
        await().atMost(SOON).until(() -> handled(ids) == ids.size());
    }

    private long handled(List<UUID> ids) {
        return database.sql("select count(*) from inbox where event_id in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private static JsonNode sampleOf(String type) {
        try (var sample =
                AssessmentMessagingTest.class.getResourceAsStream("/samples/" + type + ".json")) {
            return JSON.readTree(Objects.requireNonNull(sample, type).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
