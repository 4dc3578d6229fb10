package dev.lectern.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.testing.AtOnce;
import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What is logged lies in the lake once, whatever happens on the way. Nothing fills it here by
/// itself.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = {
            "db-scheduler.enabled=false",
            "lectern.analytics.lake-root=lake-${random.uuid}"
        })
class LakeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant TEN = Instant.parse("2026-10-02T10:00:00Z");

    @Autowired private EventLog log;
    @Autowired private LakePlan plan;
    @Autowired private LakeStore store;
    @Autowired private FillingLake filling;
    @Autowired private JdbcClient database;
    @Autowired private PlatformTransactionManager transactions;

    private final UUID course = UUID.randomUUID();

    @BeforeEach
    void emptyWhatOthersLeft() {
        filling.fill();
    }

    @Test
    void holdsEveryEventUnderItsTypeAndDay() {
        var today = logged("activity.course-viewed.v1", TEN);
        var late = logged("activity.course-viewed.v1", TEN.minusSeconds(36_001));
        var other = logged("enrollment.suspended.v1", TEN);

        filling.fill();

        assertThat(keyOf(today))
                .matches(
                        "type=activity\\.course-viewed\\.v1/date=2026-10-02/\\d{19}-\\d{19}\\.jsonl\\.gz");
        assertThat(keyOf(late)).contains("/date=2026-10-01/");
        assertThat(keyOf(other)).startsWith("type=enrollment.suspended.v1/date=2026-10-02/");
        var line = lakeLines(today).getFirst();
        assertThat(line.type()).isEqualTo("activity.course-viewed.v1");
        assertThat(line.occurredAt()).isEqualTo(TEN);
        assertThat(line.data().get("courseId").asString()).isEqualTo(course.toString());
    }

    @Test
    void doesNothingTwice() {
        logged("activity.course-viewed.v1", TEN);
        filling.fill();
        var puts = new ArrayList<String>();

        new FillingLake(plan, new Watched(puts, () -> {}, () -> {})).fill();

        assertThat(puts).isEmpty();
    }

    @Test
    void leavesWhatComesMeanwhileToTheNextTurn() {
        filling.fill();
        var puts = new ArrayList<String>();
        var coming = new ArrayList<>(List.of(TEN, TEN, TEN));
        Runnable busy =
                () -> {
                    if (!coming.isEmpty()) {
                        logged("activity.course-viewed.v1", coming.removeLast());
                    }
                };
        logged("activity.course-viewed.v1", TEN);

        new FillingLake(plan, new Watched(puts, busy, busy)).fill();

        assertThat(puts).hasSize(1);
        filling.fill();
        assertThat(plan.lastWaiting()).isZero();
    }

    @Test
    void writesTheSameAgainWhereItWasKilledInBetween() {
        var first = logged("activity.course-viewed.v1", TEN);
        var puts = new ArrayList<String>();
        Runnable kill =
                () -> {
                    throw new IllegalStateException("killed");
                };

        assertThatThrownBy(() -> new FillingLake(plan, new Watched(puts, kill, () -> {})).fill())
                .hasMessage("killed");
        assertThatThrownBy(() -> new FillingLake(plan, new Watched(puts, () -> {}, kill)).fill())
                .hasMessage("killed");
        var half = store.find(keyOf(first)).orElseThrow();
        var second = logged("activity.course-viewed.v1", TEN);
        filling.fill();

        assertThat(puts).containsOnly(keyOf(first));
        assertThat(store.find(keyOf(first)).orElseThrow()).isEqualTo(half);
        assertThat(keyOf(second)).isNotEqualTo(keyOf(first));
        assertThat(lakeLines(first)).hasSize(1);
        assertThat(lakeLines(second)).hasSize(1);
    }

    @Test
    void losesNothingWhileTheStoreIsAway() {
        var ids = new ArrayList<UUID>();
        var away =
                new FillingLake(
                        plan,
                        new Watched(
                                new ArrayList<>(),
                                () -> {
                                    throw new IllegalStateException("away");
                                },
                                () -> {}));
        for (var i = 0; i < 5; i++) {
            ids.add(logged("activity.course-viewed.v1", TEN));
            assertThatThrownBy(away::fill).hasMessage("away");
        }
        // A try does not leave an object of its own.
        assertThat(
                        database.sql("select count(*) from lake_object where written_at is null")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);

        filling.fill();

        assertThat(ids).allSatisfy(id -> assertThat(lakeLines(id)).hasSize(1));
    }

    @Test
    void holdsEveryEventOnceHoweverManyFillIt() throws Exception {
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < 60; i++) {
            ids.add(logged("activity.course-viewed.v1", TEN.plusSeconds(40_000L * (i % 5))));
        }

        AtOnce.run(
                4,
                () -> {
                    filling.fill();
                    return true;
                });

        var found = new HashMap<UUID, Integer>();
        lake().forEach(line -> found.merge(line.id(), 1, Integer::sum));
        assertThat(ids).allSatisfy(id -> assertThat(found.get(id)).isEqualTo(1));
    }

    @Test
    void neverWritesOverTheEventsOfAnotherLog() {
        var id = logged("activity.course-viewed.v1", TEN);
        plan.planNext(plan.lastWaiting());
        var foreign = LakeFile.write(List.of());
        store.put(keyOf(id), foreign);

        assertThatThrownBy(filling::fill).hasMessageContaining("another log");
        assertThat(store.find(keyOf(id))).contains(foreign);

        store.put(keyOf(id), LakeFile.write(plan.linesOf(keyOf(id))));
        filling.fill();
        assertThat(lakeLines(id)).hasSize(1);
    }

    @Test
    void takesNothingThatIsNotCommitted() {
        var id = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> {
                    log.append(event(id, "activity.course-viewed.v1", TEN));
                    status.setRollbackOnly();
                });

        filling.fill();

        assertThat(lake().map(LakeLine::id)).doesNotContain(id);
    }

    @Test
    void writesTheSameBytesForTheSameLines() {
        var line = new LakeLine(1, course, "a.b.v1", TEN, TEN, JSON.readTree("{\"a\": \"ü\"}"));

        assertThat(LakeFile.write(List.of(line, line)))
                .isEqualTo(LakeFile.write(List.of(line, line)));
        assertThat(LakeFile.read(LakeFile.write(List.of(line)))).containsExactly(line);
    }

    private UUID logged(String type, Instant at) {
        var id = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> log.append(event(id, type, at)));
        return id;
    }

    private LoggedEvent event(UUID id, String type, Instant at) {
        return new LoggedEvent(
                id,
                type,
                at,
                JSON.valueToTree(
                        Map.of("courseId", course, "learnerId", UUID.randomUUID().toString())));
    }

    private String keyOf(UUID id) {
        return database.sql(
                        """
                        select key from lake_entry join event_log using (position) where id = :id
                        """)
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<LakeLine> lakeLines(UUID id) {
        return lake().filter(line -> line.id().equals(id)).toList();
    }

    private Stream<LakeLine> lake() {
        return store.keys().flatMap(key -> LakeFile.read(store.find(key).orElseThrow()).stream());
    }

    /// The real store, with something happening before and after a put.
    private final class Watched implements LakeStore {

        private final List<String> puts;
        private final Runnable before;
        private final Runnable after;

        Watched(List<String> puts, Runnable before, Runnable after) {
            this.puts = puts;
            this.before = before;
            this.after = after;
        }

        @Override
        public void put(String key, byte[] content) {
            puts.add(key);
            before.run();
            store.put(key, content);
            after.run();
        }

        @Override
        public Optional<byte[]> find(String key) {
            return store.find(key);
        }

        @Override
        public Stream<String> keys() {
            return store.keys();
        }
    }
}
