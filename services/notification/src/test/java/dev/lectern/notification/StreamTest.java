package dev.lectern.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.client.Client;
import dev.lectern.client.EventStream;
import dev.lectern.events.certificate.CertificateIssued;
import dev.lectern.events.certificate.CertificateRevoked;
import dev.lectern.events.enrollment.EnrollmentProgressChanged;
import dev.lectern.events.media.VideoReady;
import dev.lectern.notification.application.Signalling;
import dev.lectern.notification.application.Streams;
import dev.lectern.notification.domain.SignalName;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The live stream over real connections.
class StreamTest extends NotificationServiceTest {

    private static final String STREAM = "/api/v1/notifications/stream";

    @Autowired Signalling signalling;
    @Autowired Streams streams;
    @Autowired TransactionTemplate transaction;

    private LiveStream open(UUID person) {
        return open(person, null);
    }

    private LiveStream open(UUID person, @org.jspecify.annotations.Nullable String lastEventId) {
        return LiveStream.open(port, TestIdentity.tokenOf(person, "learner"), lastEventId);
    }

    private void signal(UUID person, int number) {
        signalling.signal(person, SignalName.PROGRESS, Map.of("percent", number));
    }

    private static List<Integer> numbers(List<EventStream.Block> events) {
        return events.stream()
                .map(event -> JsonMapper.shared().readTree(event.data()).path("percent").asInt())
                .toList();
    }

    @Nested
    class Carries {

        @Test
        void whatChangesWithIdsAndNoWords() {
            publish(course, "Signals and Sampling");
            var certificate = UUID.randomUUID();
            var paid = paid(learner, course);
            worksOn(course, learner);
            try (var stream = open(learner).awaitOpen()) {
                assertThat(stream.answer().headers().firstValue("Content-Type").orElse(""))
                        .startsWith("text/event-stream");
                assertThat(stream.answer().headers().firstValue("Cache-Control"))
                        .hasValue("no-store");
                assertThat(stream.answer().headers().firstValue("X-Accel-Buffering"))
                        .hasValue("no");

                enroll(learner, course);
                neighbours.say(
                        certificate,
                        new CertificateIssued(certificate, learner, course, 1, Instant.now()));
                neighbours.say(paid.orderId(), paid);
                neighbours.say(
                        learner,
                        new EnrollmentProgressChanged(UUID.randomUUID(), learner, course, 40));
                neighbours.say(course, new VideoReady(UUID.randomUUID(), course, 30));

                stream.awaitEvents(4, "notification");
                for (var name :
                        List.of("enrollment", "certificate", "order", "progress", "video")) {
                    assertThat(stream.awaitEvents(1, name)).as(name).hasSize(1);
                }
                assertThat(stream.events("certificate").getFirst().data())
                        .contains(certificate.toString());
                assertThat(stream.events("order").getFirst().data())
                        .contains(paid.orderId().toString());
                assertThat(numbers(stream.events("progress"))).containsExactly(40);
                assertThat(stream.events())
                        .allSatisfy(event -> assertThat(event.id()).matches("[0-9]+-[0-9]+"))
                        .noneSatisfy(event -> assertThat(event.data()).contains("Signals"));
                var told =
                        JsonMapper.shared()
                                .readTree(stream.events("notification").getFirst().data());
                assertThat(
                                as(learner)
                                        .get(INBOX + "/" + told.path("notificationId").asString())
                                        .status())
                        .isEqualTo(200);
            }
        }

        @Test
        void thatACertificateWasTakenBack() {
            var certificate = UUID.randomUUID();
            try (var stream = open(learner).awaitOpen()) {
                neighbours.say(
                        certificate,
                        new CertificateRevoked(certificate, learner, course, Instant.now()));

                assertThat(stream.awaitEvents(1, "certificate").getFirst().data())
                        .contains(certificate.toString());
                stream.awaitEvents(1, "notification");
            }
        }

        @Test
        void nothingOfAnybodyElse() {
            var other = UUID.randomUUID();
            try (var mine = open(learner).awaitOpen();
                    var theirs = open(other).awaitOpen()) {
                signal(other, 1);
                theirs.awaitEvents(1, "progress");
                signal(learner, 2);

                assertThat(numbers(mine.awaitEvents(1, "progress"))).containsExactly(2);
            }
        }

        @Test
        void theSameToEveryDevice() {
            try (var one = open(learner).awaitOpen();
                    var two = open(learner).awaitOpen()) {
                signal(learner, 1);

                assertThat(one.awaitEvents(1, "progress"))
                        .isEqualTo(two.awaitEvents(1, "progress"));
            }
        }

        @Test
        void nothingThatWasRolledBack() {
            try (var stream = open(learner).awaitOpen()) {
                transaction.executeWithoutResult(status -> {
                    signal(learner, 1);
                    status.setRollbackOnly();
                });
                signal(learner, 2);

                assertThat(numbers(stream.awaitEvents(1, "progress"))).containsExactly(2);
            }
        }

        @Test
        void aCommentWhenNothingHappens() {
            try (var stream = open(learner)) {
                stream.awaitBlocks(3, block -> !block.comment().isEmpty());

                assertThat(stream.events()).isEmpty();
            }
        }
    }

    @Nested
    class GoesOn {

        @Test
        void afterTheLastEventItsReaderHas() {
            String last;
            try (var stream = open(learner).awaitOpen()) {
                signal(learner, 1);
                signal(learner, 2);
                last = stream.awaitEvents(2, "progress").getLast().id();
            }
            signal(learner, 3);
            signal(learner, 4);

            try (var again = open(learner, last)) {
                signal(learner, 5);
                assertThat(numbers(again.awaitEvents(3, "progress"))).containsExactly(3, 4, 5);
                assertThat(again.events("reset")).isEmpty();
            }
        }

        @Test
        void afterACommentToo() {
            String last;
            try (var stream = open(learner).awaitOpen()) {
                last = stream.lastId();
            }
            signal(learner, 1);

            try (var again = open(learner, last)) {
                assertThat(numbers(again.awaitEvents(1, "progress"))).containsExactly(1);
            }
        }

        @Test
        void acrossMoreThanOneBatch() {
            String start;
            try (var stream = open(learner).awaitOpen()) {
                start = stream.lastId();
            }
            for (var i = 1; i <= 250; i++) {
                signal(learner, i);
            }

            try (var again = open(learner, start)) {
                assertThat(numbers(again.awaitEvents(250, "progress")))
                        .isEqualTo(IntStream.rangeClosed(1, 250).boxed().toList());
            }
        }

        /// Eight writers, and a reader who is cut off again and again.
        @Test
        void withNothingMissedAndNothingTwiceWhileManyWrite() throws Exception {
            var total = 200;
            try (var writers = Executors.newFixedThreadPool(8)) {
                var first = open(learner).awaitOpen();
                var start = first.lastId();
                first.close();
                for (var i = 0; i < total; i++) {
                    var number = i;
                    var _ = writers.submit(() -> signal(learner, number));
                }
                var read = new java.util.ArrayList<EventStream.Block>();
                var last = start;
                var limit = Instant.now().plusSeconds(30);
                while (read.size() < total && Instant.now().isBefore(limit)) {
                    try (var stream = open(learner, last)) {
                        stream.awaitBlocks(1, block -> !block.id().isEmpty());
                        var _ = stream.answer();
                        await().pollDelay(Duration.ofMillis(20)).until(() -> true);
                        var got = stream.events("progress");
                        read.addAll(got);
                        last = got.isEmpty() ? last : got.getLast().id();
                    }
                }
                assertThat(numbers(read))
                        .doesNotHaveDuplicates()
                        .hasSize(total)
                        .containsExactlyInAnyOrderElementsOf(
                                IntStream.range(0, total).boxed().toList());
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0-0",
                    "nonsense",
                    "9999999999-0",
                    "-1-1",
                    "%",
                    "99999999999999999999-1",
                    "1-99999999999999999999"
                })
        void fromAnewWhereTheIdIsUnknown(String id) {
            signal(learner, 1);
            try (var stream = open(learner, id)) {
                stream.awaitEvents(1, "reset");
                signal(learner, 2);
                assertThat(numbers(stream.awaitEvents(1, "progress"))).containsExactly(2);
                assertThat(stream.events("reset")).hasSize(1);
            }
        }

        @Test
        void fromAnewWhereTheNumberHasNotBeenReached() {
            try (var stream = open(learner, Instant.now().getEpochSecond() + "-7")) {
                stream.awaitEvents(1, "reset");
            }
        }

        @Test
        void withoutAResetUpTo24Hours() {
            signal(learner, 1);
            var now = Instant.now();
            var young = now.minus(Duration.ofHours(24)).plusSeconds(60).getEpochSecond() + "-0";
            var old = now.minus(Duration.ofHours(24)).minusSeconds(60).getEpochSecond() + "-0";

            try (var resumed = open(learner, young);
                    var begun = open(learner, old)) {
                assertThat(numbers(resumed.awaitEvents(1, "progress"))).containsExactly(1);
                begun.awaitEvents(1, "reset");
                assertThat(begun.events("progress")).isEmpty();
            }
        }
    }

    @Nested
    class Ends {

        @Test
        void withItsToken() {
            var token = TestIdentity.tokenOf(learner, Duration.ofSeconds(3), "learner");
            try (var stream = LiveStream.open(port, token, null).awaitOpen()) {
                assertThat(stream.hasEnded()).isFalse();

                stream.awaitEnd();
            }
        }

        @Test
        void whereItsReaderOpensTooMany() {
            var all = IntStream.range(0, 9).mapToObj(i -> open(learner).awaitOpen()).toList();

            all.getFirst().awaitEnd();
            signal(learner, 1);

            assertThat(all.getFirst().comments().toString()).contains("retry:30000");
            for (var stream : all.subList(1, 9)) {
                stream.awaitEvents(1, "progress");
                stream.close();
            }
        }

        @Test
        void inTheBooksWhenItsReaderHasGone() {
            var before = openStreams();
            var stream = open(learner).awaitOpen();
            assertThat(openStreams()).isEqualTo(before + 1);

            stream.close();

            await().atMost(PATIENCE).until(() -> openStreams() <= before);
        }
    }

    @Nested
    class IsRefused {

        @Test
        void withoutAPersonsToken() {
            var stranger = new Client(port).with("Accept", "text/event-stream").get(STREAM);
            var service =
                    new Client(port)
                            .with("Accept", "text/event-stream")
                            .as(TestIdentity.serviceTokenFor("notification"))
                            .get(STREAM);

            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.code()).isEqualTo("UNAUTHENTICATED");
            assertThat(service.status()).isEqualTo(401);
            ForgedTokens.areRefusedAt(new Client(port).with("Accept", "text/event-stream"), STREAM);
        }

        @ParameterizedTest
        @ValueSource(strings = {"learner", "instructor", "moderator", "support", "admin"})
        void toNobodyElse(String role) {
            var answer =
                    as(UUID.randomUUID(), role).with("Accept", "text/event-stream").get(STREAM);

            assertThat(answer.status()).isEqualTo(200);
        }
    }

    private double openStreams() {
        return new Client(port)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith("lectern_streams"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
