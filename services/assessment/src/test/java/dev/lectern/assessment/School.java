package dev.lectern.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.testing.facts.Enrolled;
import dev.lectern.testing.identity.TestIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The service as authors, learners and other services meet it.
@TestComponent
public final class School {

    public static final String BANKS = "/api/v1/banks";
    public static final String QUIZZES = "/api/v1/quizzes";
    public static final String ATTEMPTS = "/api/v1/attempts";

    private final Environment environment;
    private final JsonMapper json;
    private final Hearing hears;

    School(Environment environment, JsonMapper json, Hearing hears) {
        this.environment = environment;
        this.json = json;
        this.hears = hears;
    }

    /// A course with its author.
    public record Course(UUID id, UUID author) {}

    public Course aCourse() {
        var course = new Course(UUID.randomUUID(), UUID.randomUUID());
        hears.of(Facts.members(course.id(), course.author()));
        return course;
    }

    /// Somebody without a token.
    public Client anyone() {
        return new Client(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    public Client as(UUID person) {
        return anyone().as(TestIdentity.tokenOf(person, "learner"));
    }

    public Answer post(UUID person, String path, Object body) {
        return as(person)
                .withKey(UUID.randomUUID().toString())
                .post(path, json.writeValueAsString(body));
    }

    public Answer act(UUID person, String path) {
        return as(person).withKey(UUID.randomUUID().toString()).post(path, "");
    }

    public UUID bank(Course course) {
        return made(
                post(course.author(), BANKS, Map.of("courseId", course.id(), "title", "Waves")));
    }

    /// A bank of questions of which the first option is right.
    public UUID bankOf(int questions, Course course) {
        var bank = bank(course);
        IntStream.range(0, questions).forEach(i -> add(course, bank, single("Question " + i)));
        return bank;
    }

    public UUID add(Course course, UUID bank, Map<String, Object> question) {
        return made(post(course.author(), BANKS + "/" + bank + "/questions", question));
    }

    public static Map<String, Object> single(String text) {
        return Map.of(
                "kind",
                "SINGLE",
                "text",
                text,
                "options",
                List.of(
                        Map.of("text", "right of " + text, "correct", true),
                        Map.of("text", "wrong of " + text),
                        Map.of("text", "also wrong of " + text)));
    }

    /// A quiz that draws from a bank; what else it asks for comes in pairs.
    public UUID quiz(Course course, UUID bank, int count, Object... more) {
        return made(post(course.author(), QUIZZES, quizOf(course, bank, count, more)));
    }

    public static Map<String, Object> quizOf(Course course, UUID bank, int count, Object... more) {
        var quiz = new LinkedHashMap<String, Object>();
        quiz.put("courseId", course.id());
        quiz.put("title", "A quiz");
        quiz.put("draws", List.of(Map.of("bankId", bank, "count", count)));
        quiz.put("passPercent", 70);
        quiz.put("scoring", "BEST");
        quiz.put("feedback", "SCORE");
        for (var i = 0; i < more.length; i += 2) {
            quiz.put((String) more[i], more[i + 1]);
        }
        return quiz;
    }

    public Answer pin(UUID course, UUID... quizzes) {
        return anyone().as(TestIdentity.serviceTokenFor("assessment"))
                .post(
                        "/internal/quizzes/pin",
                        json.writeValueAsString(Map.of("courseId", course, "quizIds", quizzes)));
    }

    /// Publishes a version of the course that shows the quiz as it is now.
    public void publish(Course course, int version, UUID quiz) {
        var revision = pin(course.id(), quiz).json().at("/revisions/0/revisionId").asString();
        hears.of(Facts.published(course.id(), version, Map.of(quiz, UUID.fromString(revision))));
    }

    public Enrolled enroll(Course course, int version) {
        var enrolled = Enrolled.in(course.id(), UUID.randomUUID());
        hears.of(enrolled.granted(version));
        return enrolled;
    }

    public Answer start(UUID person, UUID quiz) {
        return act(person, QUIZZES + "/" + quiz + "/attempts");
    }

    /// An attempt that has begun.
    public JsonNode attempt(UUID person, UUID quiz) {
        var answer = start(person, quiz);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    public Answer read(UUID person, JsonNode attempt) {
        return as(person).get(ATTEMPTS + "/" + idOf(attempt));
    }

    public Answer submit(UUID person, JsonNode attempt) {
        return act(person, ATTEMPTS + "/" + idOf(attempt) + "/submit");
    }

    public Answer answer(
            UUID person, JsonNode attempt, UUID question, long sequence, Object response) {
        return as(person)
                .put(
                        ATTEMPTS + "/" + idOf(attempt) + "/answers/" + question,
                        json.writeValueAsString(
                                Map.of("sequence", sequence, "response", response)));
    }

    /// Chooses the option whose text begins so.
    public Answer choose(UUID person, JsonNode attempt, int place, long sequence, String text) {
        var question = attempt.at("/questions/" + place);
        return answer(
                person,
                attempt,
                idOf(question),
                sequence,
                Map.of("optionIds", List.of(optionOf(question, text))));
    }

    public static String optionOf(JsonNode question, String text) {
        return question.get("options")
                .valueStream()
                .filter(option -> option.get("text").asString().startsWith(text))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    public static UUID idOf(JsonNode node) {
        return UUID.fromString(node.get("id").asString());
    }

    private static UUID made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return idOf(answer.json());
    }
}
