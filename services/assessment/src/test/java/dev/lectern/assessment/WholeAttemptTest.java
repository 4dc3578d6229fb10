package dev.lectern.assessment;

import static dev.lectern.assessment.School.ATTEMPTS;
import static dev.lectern.assessment.School.QUIZZES;
import static dev.lectern.assessment.School.idOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Everything a learner receives in a whole attempt, searched for what would give an answer away.
@AssessmentTest
class WholeAttemptTest {

    private static final int QUIZ_SIZE = 24;

    /// Words only the key has, so that any trace of it can be found.
    private static final List<String> SECRETS =
            List.of("KEY-WORDS", "0.57721", "0.00042", "KEY-FEEDBACK", "KEY-OPTION-FEEDBACK");

    private static final Pattern NAMES_OF_THE_KEY =
            Pattern.compile(
                    "\"(correct|accepted|value|tolerance|expected|comments|seed|drawn|tags)\"");

    @Autowired School school;

    private final List<String> bytes = new ArrayList<>();

    @Test
    void holdsNoTraceOfTheKeyNorOfTheOrderItWasWrittenIn() {
        var course = school.aCourse();
        var bank = school.bank(course);
        writeEveryKind(course, bank);
        var quiz = school.quiz(course, bank, QUIZ_SIZE, "feedback", "ANSWERS", "maxAttempts", 3);
        school.publish(course, 1, quiz);
        var leo = school.enroll(course, 1).learner();

        record(school.as(leo).get(QUIZZES + "/" + quiz + "/attempts"));
        var placesOfTheRight = new HashSet<Integer>();
        var orders = new HashSet<List<String>>();
        for (var number = 1; number <= 2; number++) {
            var attempt = record(school.start(leo, quiz)).json();
            record(school.start(leo, quiz));
            attempt.get("questions").forEach(question -> answer(leo, attempt, question));
            refused(leo, attempt);
            record(school.read(leo, attempt));
            record(school.as(leo).get(QUIZZES + "/" + quiz + "/attempts"));
            record(school.submit(leo, attempt));
            record(school.read(leo, attempt));
            placesOfTheRight.addAll(placesOfTheRight(attempt));
            orders.add(textsOf(attempt));
        }

        assertThat(bytes).hasSizeGreaterThan(2 * QUIZ_SIZE);
        for (var answer : bytes) {
            SECRETS.forEach(secret -> assertThat(answer).doesNotContain(secret));
            assertThat(NAMES_OF_THE_KEY.matcher(withoutOwnAnswers(answer)).results()).isEmpty();
        }
        assertThat(placesOfTheRight).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(orders).hasSize(2);
    }

    private void writeEveryKind(School.Course course, UUID bank) {
        IntStream.range(0, QUIZ_SIZE - 2)
                .forEach(i ->
                        school.add(
                                course,
                                bank,
                                Map.of(
                                        "kind",
                                        i % 2 == 0 ? "SINGLE" : "MULTIPLE",
                                        "text",
                                        "Question " + i,
                                        "options",
                                        options(),
                                        "tags",
                                        List.of("wave"),
                                        "feedback",
                                        "KEY-FEEDBACK")));
        school.add(
                course,
                bank,
                Map.of(
                        "kind",
                        "NUMERIC",
                        "text",
                        "How much?",
                        "value",
                        0.57721,
                        "tolerance",
                        0.00042));
        school.add(
                course,
                bank,
                Map.of(
                        "kind",
                        "SHORT_TEXT",
                        "text",
                        "Who?",
                        "accepted",
                        List.of("KEY-WORDS", "KEY-WORDS again")));
    }

    private static List<Map<String, Object>> options() {
        return List.of(
                Map.of("text", "first", "correct", true, "feedback", "KEY-OPTION-FEEDBACK"),
                Map.of("text", "second", "correct", false),
                Map.of("text", "third", "correct", false));
    }

    private void answer(UUID leo, JsonNode attempt, JsonNode question) {
        var response =
                switch (question.get("kind").asString()) {
                    case "NUMERIC" -> Map.of("value", 3);
                    case "SHORT_TEXT" -> Map.of("text", "no idea");
                    default -> Map.of("optionIds", List.of("a"));
                };
        record(school.answer(leo, attempt, idOf(question), 1, response));
    }

    /// Refusals are bytes too.
    private void refused(UUID leo, JsonNode attempt) {
        var question = attempt.at("/questions/0");
        record(school.answer(leo, attempt, idOf(question), 0, Map.of("optionIds", List.of("b"))));
        record(school.answer(leo, attempt, idOf(question), 9, Map.of("optionIds", List.of("x"))));
        record(school.answer(leo, attempt, UUID.randomUUID(), 1, Map.of("text", "x")));
        record(school.as(leo).get("/api/v1/banks"));
        record(school.as(leo).get(QUIZZES + "/" + attempt.get("quizId").asString()));
        record(
                school.as(leo)
                        .put(
                                "%s/%s/answers/%s"
                                        .formatted(ATTEMPTS, idOf(attempt), idOf(question)),
                                "{\"sequence\": 1, \"response\": {\"optionId\": \"a\"}}"));
    }

    private static Set<Integer> placesOfTheRight(JsonNode attempt) {
        var places = new HashSet<Integer>();
        for (var question : attempt.get("questions")) {
            for (var place = 0; place < question.get("options").size(); place++) {
                var option = question.get("options").get(place);
                assertThat(option.get("id").asString())
                        .isEqualTo("abc".substring(place, place + 1));
                if (option.get("text").asString().equals("first")) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private static List<String> textsOf(JsonNode attempt) {
        return attempt.get("questions")
                .valueStream()
                .map(question -> question.get("text").asString())
                .toList();
    }

    /// What the learner answered comes back to them, under names the key has too.
    private static String withoutOwnAnswers(String answer) {
        return answer.replaceAll("\"response\":\\{[^}]*}", "");
    }

    private Answer record(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        bytes.add(answer.headers().map() + answer.body());
        return answer;
    }
}
