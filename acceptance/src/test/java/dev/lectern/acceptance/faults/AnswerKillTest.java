package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Exam;
import dev.lectern.acceptance.courses.Sitting;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A learner answers as fast as the platform takes it while assessment is killed again and again at
/// moments of chance. What was acknowledged is there afterwards. `-Dlectern.kills=1000` does it a
/// thousand times.
@OnPlatform(isolated = "assessment")
class AnswerKillTest {

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int QUESTIONS = 5;
    private static final int MOST_ANSWERS = 40;
    private static final List<String> CHOICES = List.of("right", "wrong", "neither");
    private static final int KILLS = Integer.getInteger("lectern.kills", 2);

    private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final Random chance = new Random(7);

    @Test
    void anAcknowledgedAnswerOutlivesEveryKill(Platform platform, Cast cast) throws Exception {
        var breaking = new Breaking(platform);
        var studio = new Studio(cast.instructor("Ines"), cast.moderator());
        var course = studio.draft("Examined in a storm", "Preview");
        var exam = new Exam(studio, course, "\"maxAttempts\": 1", QUESTIONS, QUESTIONS);
        exam.addLesson(true);
        studio.publish(course);
        var leo = cast.learner("Leo");
        new Studies(leo, course).enroll();
        var sitting = new Sitting(leo, exam.quiz());
        var attempt = sitting.start();

        var sequence = 0;
        for (var kill = 1; kill <= KILLS; kill++) {
            var stop = new AtomicBoolean();
            var from = sequence;
            var answering =
                    CompletableFuture.supplyAsync(() -> answer(sitting, attempt, from, stop));
            var enough = from + QUESTIONS + chance.nextInt(MOST_ANSWERS);
            await("so many answers are taken").atMost(BACK).until(() -> last.get() >= enough);
            breaking.kill("assessment");
            stop.set(true);
            sequence = answering.get();
            breaking.start("assessment");

            var kept =
                    await("assessment is back")
                            .atMost(BACK)
                            .until(() -> sitting.read(attempt), answer -> answer.status() == 200)
                            .json();
            for (var place = 0; place < QUESTIONS; place++) {
                assertKept(kept.at("/questions/" + place), place);
            }
            acknowledged.clear();
        }
    }

    /// @return the last number that was sent
    private int answer(Sitting sitting, JsonNode attempt, int from, AtomicBoolean stop) {
        var sequence = from;
        while (!stop.get()) {
            var place = sequence % QUESTIONS;
            sequence++;
            if (sitting.choose(attempt, place, sequence, choiceOf(sequence)).status() == 200) {
                acknowledged.put(place, sequence);
                last.set(sequence);
            }
        }
        return sequence;
    }

    private static String choiceOf(int sequence) {
        return CHOICES.get(sequence % CHOICES.size());
    }

    /// A later answer that nobody acknowledged may be there as well.
    private void assertKept(JsonNode question, int place) {
        var answer = question.path("answer");
        var sequence = answer.path("sequence").asInt();
        assertThat(sequence).isGreaterThanOrEqualTo(acknowledged.getOrDefault(place, 0));
        var chosen = answer.at("/response/optionIds/0").asString();
        var text =
                question.path("options")
                        .valueStream()
                        .filter(option -> option.path("id").asString().equals(chosen))
                        .findFirst()
                        .orElseThrow()
                        .path("text")
                        .asString();
        assertThat(text).isEqualTo(choiceOf(sequence));
    }
}
