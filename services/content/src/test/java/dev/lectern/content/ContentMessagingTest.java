package dev.lectern.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.common.event.DeadLetters;
import dev.lectern.common.event.Resync;
import dev.lectern.events.ContractEvent;
import dev.lectern.events.Platform;
import dev.lectern.events.media.AssetReady;
import dev.lectern.testing.events.Neighbours;
import dev.lectern.testing.events.Neighbours.Letter;
import dev.lectern.testing.facts.Enrolled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What content hears and says, over the real broker.
@ContentTest
class ContentMessagingTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired RabbitTemplate rabbit;
    @Autowired Http http;
    @Autowired DeadLetters deadLetters;
    @Autowired Resync resync;
    @Autowired JdbcClient database;

    private final UUID course = UUID.randomUUID();
    private final UUID author = UUID.randomUUID();
    private final UUID learner = UUID.randomUUID();
    private final UUID lesson = UUID.randomUUID();
    private final UUID next = UUID.randomUUID();
    private final Enrolled enrolled = Enrolled.in(course, learner);

    private @Nullable Neighbours neighbours;

    @BeforeEach
    void meet() {
        neighbours = new Neighbours(rabbit);
    }

    @AfterEach
    void nothingWasTooMuch() {
        assertThat(deadLetters.list()).isEmpty();
    }

    @Nested
    class HearingOfCourses {

        @Test
        void makesDraftsAndOpensThemToMembers() {
            say(Facts.outline(course, lesson), Facts.members(course, author));

            await().atMost(SOON).until(() -> http.draft(lesson, author).status() == 200);
        }

        @Test
        void showsAVersionFromThenOn() {
            say(Facts.published(course, 1, Facts.preview(lesson, "Free", null)));

            await().atMost(SOON).until(() -> http.lessonForAnyone(lesson).status() == 200);
        }
    }

    @Nested
    class HearingOfEnrollments {

        @BeforeEach
        void aPublishedCourse() {
            say(
                    Facts.publishedInSequence(
                            course,
                            1,
                            Facts.article(lesson, "One", null),
                            Facts.article(next, "Two", null)));
        }

        @Test
        void opensWithTheGrantAndClosesWithinFiveSecondsOfTheSuspension() {
            say(enrolled.granted(1));
            await().atMost(SOON).until(() -> http.lesson(lesson, learner).status() == 200);

            say(enrolled.suspended());

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> http.lesson(lesson, learner).code().equals("NOT_ENROLLED"));
        }

        @Test
        void opensTheNextLessonWhenOneIsDone() {
            say(enrolled.granted(1));
            await().atMost(SOON).until(() -> http.lesson(lesson, learner).status() == 200);
            assertThat(http.lesson(next, learner).code()).isEqualTo("LESSON_LOCKED");

            say(enrolled.completed(lesson));

            await().atMost(SOON).until(() -> http.lesson(next, learner).status() == 200);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void endsTheSameInWhateverOrderAndHoweverOftenItIsTold(int seed) {
            var told =
                    new ArrayList<>(
                            letters(
                                    enrolled.granted(1),
                                    enrolled.suspended(),
                                    enrolled.restored(),
                                    enrolled.completed(lesson),
                                    enrolled.revoked()));
            told.addAll(List.copyOf(told));
            Collections.shuffle(told, new Random(seed));

            told.forEach(neighbours()::send);

            awaitHandled(told);
            assertThat(http.lesson(lesson, learner).code()).isEqualTo("NOT_ENROLLED");
            assertThat(
                            database.sql(
                                            """
                                            select status || ' ' || course_version
                                            from copy_learner_access where enrollment_id = :id
                                            """)
                                    .param("id", enrolled.id())
                                    .query(String.class)
                                    .single())
                    .isEqualTo("REVOKED 1");
        }
    }

    @Nested
    class HearingEachType {

        static Stream<String> consumed() {
            return Platform.load().service("content").consumes().stream();
        }

        @ParameterizedTest
        @MethodSource("consumed")
        void takesItAsItsSampleIsAndWithAFieldAddedLater(String type) {
            var sample = letterOf(type, sampleOf(type));
            var extended = sampleOf(type);
            ((ObjectNode) extended.get("data")).put("addedLater", true);

            var told = List.of(sample, letterOf(type, extended));
            told.forEach(neighbours()::send);

            awaitHandled(told);
        }

        /// Samples share an id; each letter has its own.
        private static Letter letterOf(String type, JsonNode envelope) {
            var id = UUID.randomUUID();
            return new Letter(
                    type, id, ((ObjectNode) envelope).put("id", id.toString()).toString());
        }
    }

    @Nested
    class Saying {

        @BeforeEach
        void aLesson() {
            say(Facts.outline(course, lesson), Facts.members(course, author));
            await().atMost(SOON).until(() -> http.draft(lesson, author).status() == 200);
        }

        @Test
        void tellsEachRevisionInOrderAndAsItsSamplePromises() {
            var heard = neighbours().listenTo("content");

            http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));
            http.write(lesson, author, "\"2\"", Bodies.of());

            var told = heard.atLeast(2, "content.lesson-changed.v1", lesson);
            assertThat(told)
                    .extracting(event -> event.at("/data/empty").asBoolean())
                    .containsExactly(false, true);
            assertThat(told)
                    .allSatisfy(event -> {
                        assertThat(event.get("data").propertyNames())
                                .containsExactlyInAnyOrderElementsOf(
                                        sampleOf("content.lesson-changed.v1")
                                                .get("data")
                                                .propertyNames());
                    });
            assertThat(told.getLast().at("/data/revisionId").asString())
                    .isEqualTo(http.pinned(course, lesson).toString());
        }

        @Test
        void tellsTheNewestRevisionAgainToWhoAsksForIt() {
            http.write(lesson, author, "\"1\"", Bodies.saying("Hello"));
            var newest = http.pinned(course, lesson);
            var heard = neighbours().listenTo("content");

            sendAs(
                    "course",
                    "resync-requested.content",
                    JSON.writeValueAsString(aRequestOf("content.lesson-changed.v1")));

            await().atMost(SOON)
                    .until(() ->
                            heard.messages().stream()
                                    .filter(Saying::isForCourseAlone)
                                    .map(message -> JSON.readTree(message.getBody()))
                                    .anyMatch(event ->
                                            event.at("/data/revisionId")
                                                    .asString()
                                                    .equals(newest.toString())));
        }

        private static boolean isForCourseAlone(Message message) {
            return "resync.course.content.lesson-changed.v1"
                    .equals(message.getMessageProperties().getReceivedRoutingKey());
        }

        private static Map<String, Object> aRequestOf(String type) {
            var request = JSON.convertValue(sampleOf(type), LinkedHashMap.class);
            @SuppressWarnings("unchecked")
            Map<String, Object> envelope = request;
            envelope.put("id", UUID.randomUUID().toString());
            envelope.put("type", "course.resync-requested.v1");
            envelope.put("data", Map.of("consumer", "course", "types", List.of(type)));
            return envelope;
        }
    }

    @Nested
    class Resyncing {

        private final UUID other = UUID.randomUUID();
        private final AssetReady picture = new AssetReady(UUID.randomUUID(), course, "IMAGE");
        private final Enrolled suspended = Enrolled.in(course, UUID.randomUUID());

        @Test
        void buildsTheSameCopiesAgainFromWhatItsNeighboursTell() {
            forgetEverything();
            awaitHandled(say(ofCourse()));
            awaitHandled(say(picture));
            awaitHandled(
                    say(
                            enrolled.granted(1),
                            suspended.granted(2),
                            suspended.suspended(),
                            enrolled.completed(lesson)));
            var before = copies();

            forgetEverything();
            assertThat(copies()).isNotEqualTo(before);
            ask("course");
            ask("enrollment");
            ask("media");
            sayAgain(picture);
            sayAgain(ofCourse());
            sayAgain(
                    enrolled.grantedAgain(1, "ACTIVE", null),
                    suspended.grantedAgain(2, "SUSPENDED", null),
                    enrolled.completed(lesson));

            await().atMost(SOON).untilAsserted(() -> assertThat(copies()).isEqualTo(before));
            assertThat(http.draft(lesson, author).status()).isEqualTo(200);
        }

        private ContractEvent[] ofCourse() {
            return new ContractEvent[] {
                Facts.outline(course, lesson, next),
                Facts.members(course, author),
                Facts.publishedInSequence(course, 1, Facts.article(lesson, "One", null)),
                Facts.publishedInSequence(course, 2, Facts.article(lesson, "One", null)),
                Facts.published(other, 1, Facts.preview(next, "Free", null))
            };
        }

        private void ask(String producer) {
            var heard = neighbours().listenTo("content");

            resync.request(producer);

            var request = heard.atLeast(1, "content.resync-requested.v1").getFirst();
            assertThat(request.at("/data/types").valueStream().map(JsonNode::asString))
                    .containsExactlyInAnyOrderElementsOf(
                            Platform.load().service("content").consumes().stream()
                                    .filter(type -> Platform.producerOf(type).equals(producer))
                                    .toList());
        }

        /// To content alone, as a producer answers.
        private void sayAgain(ContractEvent... facts) {
            for (var letter : letters(facts)) {
                sendAs(
                        Platform.producerOf(letter.type()),
                        "resync.content." + letter.type(),
                        letter.body());
            }
        }

        /// Without the sequences: what is told again has newer ones.
        private List<List<Map<String, @Nullable Object>>> copies() {
            return Stream.of(
                            "select * from copy_course_member order by 1, 2",
                            "select course_id, offered_version from copy_course order by 1",
                            "select * from copy_course_version order by 1, 2",
                            "select * from copy_lesson order by 1, 2, 3",
                            """
                            select enrollment_id, learner_id, course_id, status, course_version
                            from copy_learner_access order by 1
                            """,
                            "select * from copy_done_lesson order by 1, 2",
                            "select * from copy_asset order by 1",
                            "select course_id from copy_outline order by 1",
                            "select lesson_id, revision, in_outline from draft order by 1")
                    .map(sql -> database.sql(sql).query().listOfRows())
                    .toList();
        }

        private void forgetEverything() {
            database.sql(
                            """
                            truncate copy_outline, copy_membership, copy_course_member, copy_course,
                                copy_course_version, copy_lesson, copy_learner_access,
                                copy_done_lesson, copy_asset
                            """)
                    .update();
        }
    }

    private Neighbours neighbours() {
        return Objects.requireNonNull(neighbours);
    }

    private List<Letter> say(ContractEvent... facts) {
        var letters = letters(facts);
        letters.forEach(neighbours()::send);
        return letters;
    }

    private List<Letter> letters(ContractEvent... facts) {
        return Stream.of(facts).map(fact -> neighbours().letter(UUID.randomUUID(), fact)).toList();
    }

    private void sendAs(String producer, String routingKey, String body) {
        rabbit.convertAndSend(
                Platform.exchangeOf(producer), routingKey, body.getBytes(StandardCharsets.UTF_8));
    }

    private void awaitHandled(List<Letter> letters) {
        var ids = letters.stream().map(Letter::id).distinct().toList();
        await().atMost(SOON)
                .until(() ->
                        database.sql("select count(*) from inbox where event_id in (:ids)")
                                        .param("ids", ids)
                                        .query(Long.class)
                                        .single()
                                == ids.size());
    }

    private static JsonNode sampleOf(String type) {
        try (var sample =
                ContentMessagingTest.class.getResourceAsStream("/samples/" + type + ".json")) {
            return JSON.readTree(Objects.requireNonNull(sample, type).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
