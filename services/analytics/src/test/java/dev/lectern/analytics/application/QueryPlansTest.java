package dev.lectern.analytics.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lectern.testing.Part;
import dev.lectern.testing.ServiceTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The figures of one course are found among those of many, and what waits among what is done.
@ServiceTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        infrastructure = {Part.POSTGRES, Part.BROKER, Part.OBJECTS},
        properties = {
            "db-scheduler.enabled=false",
            "lectern.analytics.lake-root=lake-${random.uuid}"
        })
class QueryPlansTest {

    private static final int COURSES = 300;
    private static final UUID COURSE = new UUID(0, 7);
    private static final Instant START = Instant.parse("2026-09-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-10-01T00:00:00Z");

    @Autowired private JdbcClient database;

    static Stream<Arguments> figures() {
        return Stream.of(
                arguments("fact_step_by_time", CourseTables.FUNNEL),
                arguments("fact_lesson_by_time", CourseTables.DROP_OFF),
                arguments("fact_watched_by_time", CourseTables.VIDEO),
                arguments("fact_attempt_by_time", CourseTables.QUIZ),
                arguments("fact_money_by_time", CourseTables.CURRENCIES),
                arguments("fact_money_by_time", CourseTables.DAYS),
                arguments("rollup_due_of_course", CourseTables.FUNNEL),
                arguments("rollup_hour_pkey", CourseTables.FUNNEL),
                arguments("rollup_day_pkey", CourseTables.FUNNEL));
    }

    @BeforeEach
    void fillTheTables() {
        if (database.sql("select count(*) from fact_step").query(Integer.class).single() > 20_000) {
            return;
        }
        // Rows of hours from summer on, for each of the courses.
        var rows =
                """
                from (select cast(lpad(to_hex(n %% %d), 32, '0') as uuid) as course,
                             timestamptz '2026-06-01 00:00Z' + n / 300 * interval '17 hours' as at,
                             gen_random_uuid() as thing
                      from generate_series(0, 59999) n) as made
                """
                        .formatted(COURSES);
        for (var insert :
                new String[] {
                    "fact_step select course, 'VIEWED', thing, at ",
                    "fact_lesson select course, thing, thing, at, null ",
                    "fact_lesson_place select course, thing, 1, 1 ",
                    "fact_watched select thing, course, course, thing, 0, 10, at ",
                    "fact_attempt select thing, course, course, thing, 50, true, at ",
                    "fact_money select 'ORDER', thing, course, 'EUR', 100, at ",
                    "rollup_hour select course, at, thing::text, '', 1, 0 ",
                    "rollup_day select course, at, thing::text, '', 1, 0 ",
                    "pseudonym select thing, thing ",
                    "copy_course_member select course, thing ",
                    "copy_course_part select course, thing ",
                    "copy_learner_access select thing, thing, course, 'ACTIVE', 1, 1, null, 1 "
                }) {
            database.sql("insert into " + insert + rows).update();
        }
        database.sql(
                        """
                        insert into lake_object
                        select 'type=a/date=b/' || n, now(), now(), 'x'
                        from generate_series(1, 20000) n
                        """)
                .update();
        database.sql(
                        """
                        insert into event_log (id, type, occurred_at, received_at, data)
                        select gen_random_uuid(), 'a.b.v1', now(), now(), '{}'
                        from generate_series(1, 20000) n
                        """)
                .update();
        database.sql(
                        """
                        insert into lake_entry
                        select position, 'type=a/date=b/' || row_number() over (order by position)
                        from event_log where type = 'a.b.v1'
                        """)
                .update();
        database.sql("vacuum analyze").update();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void readNoTableWhole(String index, String sql) {
        assertThat(plan(sql)).contains(index).doesNotContain("Seq Scan");
    }

    static Stream<String> lookups() {
        return Stream.of(
                "select key from lake_object where written_at is null"
                        + " order by planned_at, key limit 1",
                "select l.* from lake_entry e join event_log l using (position)"
                        + " where e.key = 'type=a/date=b/7' order by position",
                "select position from rollup_due where grain = 'HOUR' order by position limit 5000",
                "select pseudonym from pseudonym where person_id = :course",
                "select 1 from copy_course_member where course_id = :course and user_id = :course",
                "select 1 from copy_course_part where course_id = :course and part_id = :course",
                "select 1 from copy_learner_access where learner_id = :course"
                        + " and course_id = :course and status = 'ACTIVE'");
    }

    @ParameterizedTest
    @MethodSource("lookups")
    void findOneAmongMany(String sql) {
        assertThat(plan(sql))
                .contains("Index")
                .doesNotContain("Seq Scan on event_log", "Seq Scan on lake", "Seq Scan on copy");
    }

    private String plan(String sql) {
        var asked = database.sql("explain " + sql).param("course", COURSE);
        return String.join(
                "\n",
                asked.param("start", START.atOffset(ZoneOffset.UTC))
                        .param("end", END.atOffset(ZoneOffset.UTC))
                        .param("currency", "EUR")
                        .query(String.class)
                        .list());
    }
}
