package dev.lectern.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Device;
import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.load.Load.Spread;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// How many requests a second the platform answers, through the gateway and past it, and how long
/// an event takes from its commit to its effect elsewhere. Run it on a machine that does nothing
/// else with `./mvnw verify -pl acceptance -Dtest=LoadFigures` and read what it prints.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class LoadFigures {

    private static final int COURSE = 3003;
    private static final int ENROLLMENT = 3004;
    private static final int PAYMENT = 3005;
    private static final int CONTENT = 3008;
    private static final int BUYERS = 400;
    private static final int LEARNERS = 40;
    private static final int LESSONS = 40;

    /// Lessons before the measured ones: a service that has just started is slow.
    private static final int WARMING_UP = 20;

    /// A lesson that is done is three events: of the lesson, of the progress and of the points.
    private static final int LESSONS_A_SECOND = Integer.getInteger("lectern.lessons", 34);

    private static final int REPORTED_TOGETHER = 2;
    private static final List<String> AFFECTED = List.of("content", "media", "gamification");
    private static final List<String> TELLING = List.of("enrollment", "gamification");

    private Platform platform;
    private Cast cast;
    private Studio studio;

    @BeforeAll
    void anAuthor(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        studio = new Studio(cast.instructor("Ines"), cast.moderator());
    }

    @Test
    void printsHowManyRequestsASecondAreAnswered() throws Exception {
        var course = studio.published("Aliasing under load", "Preview", "Closed");
        var leo = cast.learner("Leo");
        var studies = new Studies(leo, course);
        studies.enroll();
        studies.awaitOpen();
        var search = "/api/v1/catalog/search?q=aliasing";
        var lesson = "/api/v1/lessons/" + course.lessonIds().getLast();
        var figures =
                new StringBuilder("| request | a second | half | 99 of 100 |\n|---|---|---|---|\n");

        row(figures, "catalogue search, gateway", Load.of(() -> cast.anonymous().get(search)));
        row(figures, "catalogue search, directly", Load.of(() -> at(COURSE).get(search)));
        row(figures, "lesson, gateway", Load.of(() -> leo.api().get(lesson)));
        row(figures, "lesson, directly", Load.of(() -> at(CONTENT).as(leo.token()).get(lesson)));
        var sold = studio.priced(4_900, "Sold under load", "Preview", "Closed");
        var buyers = people(BUYERS);
        new Purchases(platform, leo).orders(sold.runId());
        row(
                figures,
                "order, gateway",
                Load.ofEach(orders(buyers.subList(0, BUYERS / 2), Person::api, sold)));
        row(
                figures,
                "order, directly",
                Load.ofEach(
                        orders(
                                buyers.subList(BUYERS / 2, BUYERS),
                                buyer -> at(PAYMENT).as(buyer.token()),
                                sold)));
        print(figures);
    }

    @Test
    void printsHowLongAnEventTakesToItsEffect() throws Exception {
        var titles =
                IntStream.rangeClosed(1, WARMING_UP + LESSONS)
                        .mapToObj(number -> "Lesson " + number)
                        .toList();
        var course = studio.published("Learned under load", titles.toArray(String[]::new));
        var devices = new ArrayList<Device>();
        for (var learner : people(LEARNERS)) {
            var studies = new Studies(learner, course);
            studies.enroll();
            studies.awaitOpen();
            devices.add(new Device(() -> at(ENROLLMENT).as(learner.token())));
        }

        var lessons = course.lessonIds();
        var warmedUp = learned(lessons.subList(0, WARMING_UP), devices, Instant.now());
        for (var service : AFFECTED) {
            effect(service, warmedUp);
        }
        var since = Instant.now();
        var learned = learned(lessons.subList(WARMING_UP, lessons.size()), devices, since);
        var seconds = Duration.between(since, Instant.now()).toMillis() / 1e3;
        var figures = new StringBuilder();
        figures.append("%.0f events a second%n".formatted(eventsSince(since) / seconds));
        figures.append("| from the commit to | half | 99 of 100 |\n|---|---|---|\n");
        for (var service : AFFECTED) {
            figures.append("| %s | %s |%n".formatted(service, effect(service, learned)));
        }
        print(figures);
    }

    /// When the completion of each lesson was told, by the id of the event.
    private record Learned(Map<UUID, Instant> told, Instant since) {}

    private Learned learned(List<UUID> lessons, List<Device> devices, Instant since)
            throws InterruptedException, SQLException {
        learn(lessons, devices);
        var told =
                times(
                        "enrollment",
                        "select id, created_at from outbox where created_at >= ?"
                                + " and type = 'enrollment.lesson-completed.v1'",
                        since);
        assertThat(told).hasSize(lessons.size() * devices.size());
        return new Learned(told, since);
    }

    /// Each learner does each lesson, all of them together at a steady rate, and reports them two
    /// by two.
    private static void learn(List<UUID> lessons, List<Device> devices)
            throws InterruptedException {
        var between = 1_000_000L * REPORTED_TOGETHER / LESSONS_A_SECOND;
        var done = new CountDownLatch(devices.size());
        try (var beat = Executors.newScheduledThreadPool(devices.size())) {
            var learning = new ArrayList<Future<?>>();
            var first = 0L;
            for (var device : devices) {
                learning.add(
                        beat.scheduleAtFixedRate(
                                new Learning(device, lessons, done),
                                first,
                                between * devices.size(),
                                TimeUnit.MICROSECONDS));
                first += between;
            }
            var inTime = done.await(5, TimeUnit.MINUTES);
            learning.forEach(each -> each.cancel(false));
            assertThat(inTime).as("all lessons are done").isTrue();
        }
    }

    /// Somebody who reports whenever this runs. What the platform did not take stays on the device
    /// and goes with the next.
    private static final class Learning implements Runnable {

        private final Device device;
        private final Queue<UUID> ahead;
        private final CountDownLatch done;
        private final List<String> untold = new ArrayList<>();

        Learning(Device device, List<UUID> lessons, CountDownLatch done) {
            this.device = device;
            this.ahead = new ArrayDeque<>(lessons);
            this.done = done;
        }

        @Override
        public void run() {
            for (var i = 0; i < REPORTED_TOGETHER && !ahead.isEmpty(); i++) {
                untold.add(device.fact("COMPLETED", ahead.remove(), Instant.now()));
            }
            if (untold.isEmpty()) {
                return;
            }
            if (device.reports(untold.toArray(String[]::new)).status() == 200) {
                untold.clear();
                if (ahead.isEmpty()) {
                    done.countDown();
                }
            }
        }
    }

    private Spread effect(String service, Learned learned) {
        var took = new ArrayList<Long>();
        await("all of it has arrived in " + service)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var handled =
                            times(
                                    service,
                                    "select event_id, handled_at from inbox where handled_at >= ?",
                                    learned.since());
                    took.clear();
                    learned.told()
                            .forEach((event, at) -> {
                                var then = handled.get(event);
                                if (then != null) {
                                    took.add(Duration.between(at, then).toNanos());
                                }
                            });
                    return took.size() == learned.told().size();
                });
        return Spread.of(took);
    }

    private int eventsSince(Instant since) throws SQLException {
        var events = 0;
        for (var service : TELLING) {
            events +=
                    times(service, "select id, created_at from outbox where created_at >= ?", since)
                            .size();
        }
        return events;
    }

    private Map<UUID, Instant> times(String service, String sql, Instant since)
            throws SQLException {
        var found = new HashMap<UUID, Instant>();
        try (var connection = DriverManager.getConnection(platform.jdbcUrl(service));
                var query = connection.prepareStatement(sql)) {
            query.setTimestamp(1, Timestamp.from(since));
            var rows = query.executeQuery();
            while (rows.next()) {
                found.put(rows.getObject(1, UUID.class), rows.getTimestamp(2).toInstant());
            }
        }
        return found;
    }

    private static List<Callable<Answer>> orders(
            List<Person> buyers, Function<Person, Client> client, Draft sold) {
        return buyers.stream()
                .<Callable<Answer>>map(buyer -> {
                    var http = client.apply(buyer).withKey(UUID.randomUUID().toString());
                    return () -> http.post("/api/v1/orders", Purchases.body(sold.runId()));
                })
                .toList();
    }

    private List<Person> people(int many) throws InterruptedException, ExecutionException {
        var people = new ArrayList<Person>();
        try (var threads = Executors.newFixedThreadPool(3)) {
            var coming = new ArrayList<Future<Person>>();
            for (var i = 0; i < many; i++) {
                coming.add(threads.submit(() -> cast.learner("Mia")));
            }
            for (var one : coming) {
                people.add(one.get());
            }
        }
        return people;
    }

    private Client at(int port) {
        return new Client(
                platform.service(port).toString(), Map.of("Content-Type", "application/json"));
    }

    private static void row(StringBuilder figures, String what, Load.Figures measured) {
        figures.append(
                "| %s | %d | %s |%n".formatted(what, measured.perSecond(), measured.spread()));
    }

    @SuppressWarnings("SystemOut") // what it is for
    private static void print(CharSequence figures) {
        System.out.println(figures);
    }
}
