package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.acceptance.platform.ServiceToken;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Learners send what they do, everything twice and in no order, while analytics is killed again
/// and again at moments of chance and the other services go on telling. Each event counts once.
/// `-Dlectern.kills=100` does it a hundred times.
@OnPlatform(isolated = "analytics")
class CountingKillTest {

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int ANALYTICS = 3013;
    private static final int LEARNERS = 3;
    private static final int LESSONS = 4;
    private static final int BATCH = 20;
    private static final int MOST_BATCHES = 20;
    private static final int KILLS = Integer.getInteger("lectern.kills", 2);

    private final Random chance = new Random(7);
    private final List<Batch> sent = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger acknowledged = new AtomicInteger();

    /// Events of one person, sent together.
    private record Batch(Person sender, List<String> events) {

        Answer send() {
            return sender.api().post("/api/v1/events", events.toString());
        }

        Batch shuffled(Random chance) {
            var other = new ArrayList<>(events);
            Collections.shuffle(other, chance);
            return new Batch(sender, other);
        }
    }

    @Test
    void eachEventCountsOnceWhateverIsKilled(Platform platform, Cast cast) throws Exception {
        var breaking = new Breaking(platform);
        var ines = cast.instructor("Ines");
        var course =
                new Studio(ines, cast.moderator())
                        .published("Counted in a storm", "One", "Two", "Three", "Four");
        var learners = IntStream.range(0, LEARNERS).mapToObj(_ -> learner(cast, course)).toList();
        learners.forEach(learner -> awaitTaken(learner, course));
        var devices = learners.stream().map(Device::new).toList();

        for (var kill = 0; kill < KILLS; kill++) {
            var stop = new AtomicBoolean();
            var sending =
                    learners.stream()
                            .map(learner ->
                                    CompletableFuture.runAsync(() -> send(learner, course, stop)))
                            .toList();
            var lesson = course.lessonIds().get(kill % LESSONS);
            devices.forEach(device -> assertThat(device.completes(lesson).status()).isEqualTo(200));
            var enough = acknowledged.get() + 1 + chance.nextInt(MOST_BATCHES);
            await("so many batches are taken")
                    .atMost(BACK)
                    .until(() -> acknowledged.get() >= enough);
            breaking.kill("analytics");
            stop.set(true);
            sending.forEach(CompletableFuture::join);
            breaking.start("analytics");
        }
        learners.forEach(learner -> awaitTaken(learner, course));
        sendAllAgain();

        var events = sent.stream().mapToInt(batch -> batch.events().size()).sum();
        assertThat(
                        platform.number(
                                "analytics",
                                "select count(*) from event_log where type like 'activity.%'"
                                        + " and data like '%"
                                        + course.id()
                                        + "%'"))
                .isEqualTo(events);
        var done = Math.min(KILLS, LESSONS);
        await("what enrollment told is counted")
                .atMost(BACK)
                .until(() -> completions(ines, course) == done * LEARNERS);
        assertThat(rows(ines, course, "funnel"))
                .contains("VIEWED," + LEARNERS, "ENROLLED," + LEARNERS, "STARTED," + LEARNERS);
        for (var table : List.of("funnel", "dropoff")) {
            assertThat(values(ines, course, table)).isEqualTo(rows(ines, course, table));
        }
        assertRebuildFindsNothingElse(platform);
    }

    private static Person learner(Cast cast, Draft course) {
        var learner = cast.learner("Leo");
        var studies = new Studies(learner, course);
        studies.enroll();
        studies.awaitOpen();
        return learner;
    }

    /// Analytics takes what happens in a course once it has heard of the enrollment.
    private void awaitTaken(Person learner, Draft course) {
        var batch = new Batch(learner, List.of(opened(course)));
        sent.add(batch);
        await("analytics takes events")
                .atMost(BACK)
                .until(batch::send, answer -> answer.status() == 202);
    }

    /// Sends batches, each twice, until it is told to stop.
    private void send(Person learner, Draft course, AtomicBoolean stop) {
        while (!stop.get()) {
            var events =
                    IntStream.range(0, BATCH)
                            .mapToObj(place -> place % 2 == 0 ? opened(course) : viewed(course))
                            .toList();
            var batch = new Batch(learner, events);
            sent.add(batch);
            if (batch.send().status() == 202) {
                acknowledged.incrementAndGet();
                batch.send();
            }
        }
    }

    private void sendAllAgain() {
        Collections.shuffle(sent, chance);
        for (var batch : sent) {
            var answer = batch.shuffled(chance).send();
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            assertThat(answer.json().path("refused")).as(answer.body()).isEmpty();
        }
    }

    private String opened(Draft course) {
        var lesson = course.lessonIds().get(chance.nextInt(LESSONS));
        return event("activity.lesson-opened.v1", course, ", \"lessonId\": \"" + lesson + "\"");
    }

    private static String viewed(Draft course) {
        return event("activity.course-viewed.v1", course, "");
    }

    private static String event(String type, Draft course, String more) {
        return """
        {"specversion": "1.0", "id": "%s", "source": "lectern/web", "type": "%s", "time": "%s",
         "data": {"courseId": "%s"%s}}
        """
                .formatted(UUID.randomUUID(), type, Instant.now(), course.id(), more);
    }

    private static int completions(Person author, Draft course) {
        return table(author, course, "dropoff", "application/json")
                .json()
                .path("items")
                .valueStream()
                .mapToInt(lesson -> lesson.path("completed").asInt())
                .sum();
    }

    /// The lines of a table as CSV, without its heading.
    private static List<String> rows(Person author, Draft course, String table) {
        return table(author, course, table, "text/csv").body().strip().lines().skip(1).toList();
    }

    /// The same of the table as JSON.
    private static List<String> values(Person author, Draft course, String table) {
        var json = table(author, course, table, "application/json").json();
        return json.path(table.equals("funnel") ? "steps" : "items")
                .valueStream()
                .map(row ->
                        row.valueStream()
                                .map(value -> value.asString())
                                .collect(Collectors.joining(",")))
                .toList();
    }

    private static Answer table(Person author, Draft course, String table, String form) {
        var answer =
                author.api()
                        .with("Accept", form)
                        .get("/api/v1/analytics/courses/" + course.id() + "/" + table);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void assertRebuildFindsNothingElse(Platform platform) {
        var operator =
                new Client(
                                platform.service(ANALYTICS).toString(),
                                Map.of("Content-Type", "application/json"))
                        .as(new ServiceToken(platform).forOperating("analytics"));
        var before = numberOfLatest(operator.get("/actuator/rebuild").json());
        assertThat(operator.post("/actuator/rebuild", "").text("requested")).isEqualTo("true");
        var rebuilt =
                await("the tables are rebuilt")
                        .atMost(BACK)
                        .until(
                                () -> operator.get("/actuator/rebuild").json(),
                                runs ->
                                        numberOfLatest(runs) > before
                                                && runs.at("/0/finishedAt").isString());
        assertThat(rebuilt.at("/0/differences").asInt()).isZero();
        assertThat(rebuilt.at("/0/unusable").asInt()).isZero();
    }

    private static long numberOfLatest(JsonNode runs) {
        return runs.at("/0/number").asLong(0);
    }
}
