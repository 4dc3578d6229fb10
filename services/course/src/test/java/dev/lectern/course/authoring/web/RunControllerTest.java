package dev.lectern.course.authoring.web;

import static dev.lectern.course.testkit.Desk.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Answer;
import dev.lectern.client.Client;
import dev.lectern.common.security.Caller;
import dev.lectern.course.authoring.domain.CourseId;
import dev.lectern.course.testkit.Callees;
import dev.lectern.course.testkit.CourseTest;
import dev.lectern.course.testkit.Desk;
import dev.lectern.course.testkit.Studio;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@CourseTest
class RunControllerTest {

    @LocalServerPort int port;
    @Autowired Studio studio;

    private Desk author = new Desk(new Client(0));
    private CourseId course = new CourseId(new UUID(0, 0));
    private UUID run = new UUID(0, 0);

    @BeforeEach
    void aDraft() {
        Caller ines = Studio.anInstructor();
        author = Desk.of(port, ines);
        course = studio.draft(ines, "Offered");
        run = UUID.fromString(author.read(course).text("defaultRunId"));
    }

    @Test
    void isOpenWithoutLimitFromTheStart() {
        var answer = read();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("id", "courseId", "capacity", "opensAt", "closesAt");
        assertThat(answer.text("courseId")).isEqualTo(course.value().toString());
        assertThat(answer.json().get("capacity").isNull()).isTrue();
        assertThat(answer.json().get("opensAt").isNull()).isTrue();
    }

    @Test
    void isOfferedOnOtherTermsUnderAnEtagOfItsOwn() {
        var draft = author.read(course).header("ETag");

        var offered =
                offer(
                        """
                        {"capacity": 2, "opensAt": "2026-10-02T09:15:00Z",
                         "closesAt": "2026-11-02T09:15:00Z"}
                        """);
        var cleared = offer("{\"capacity\": null, \"closesAt\": null}");

        assertThat(offered.json().get("capacity").asInt()).isEqualTo(2);
        assertThat(cleared.json().get("capacity").isNull()).isTrue();
        assertThat(cleared.json().get("closesAt").isNull()).isTrue();
        assertThat(cleared.text("opensAt")).isEqualTo("2026-10-02T09:15:00Z");
        assertThat(author.read(course).header("ETag")).isEqualTo(draft);
        assertThat(read().header("ETag")).isEqualTo(cleared.header("ETag"));
        assertRefused(
                author.having(offered).patch(path(), "{\"capacity\": 3}"), 412, "VERSION_STALE");
        assertRefused(author.patch(path(), "{\"capacity\": 3}"), 428, "IF_MATCH_REQUIRED");
    }

    @Test
    void hasItsCapacityDecidedByEnrollment() {
        Callees.taken(run, 3);

        var below = offer("{\"capacity\": 2}");
        var enough = offer("{\"capacity\": 3}");

        assertRefused(below, 409, "CAPACITY_BELOW_TAKEN");
        assertThat(enough.json().get("capacity").asInt()).isEqualTo(3);
        assertThat(Callees.callsAbout(run))
                .extracting(call -> call.body().get("capacity").asInt())
                .containsExactly(2, 3);
        assertThat(Callees.callsAbout(run).getFirst().authorization()).startsWith("Bearer ");
    }

    @Test
    void changesItsDatesWithoutAskingAnybody() {
        offer("{\"opensAt\": \"2026-10-02T09:15:00Z\"}");

        assertThat(Callees.callsAbout(run)).isEmpty();
    }

    @Test
    void staysAsItIsWhileEnrollmentDoesNotAnswer() {
        Callees.unreachable(run);

        var answer = offer("{\"capacity\": 2}");

        assertRefused(answer, 503, "UNAVAILABLE");
        assertThat(read().json().get("capacity").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"capacity\": 0}                        | INVALID_VALUE",
                "{\"capacity\": -1}                       | INVALID_VALUE",
                "{\"capacity\": 1.5}                      | INVALID_VALUE",
                "{\"capacity\": \"2\"}                    | INVALID_VALUE",
                "{\"capacity\": 1000001}                  | INVALID_VALUE",
                "{\"capacity\": 99999999999}              | INVALID_VALUE",
                "{\"opensAt\": \"tomorrow\"}              | INVALID_VALUE",
                "{\"opensAt\": \"2026-10-02T09:15:00Z\", \"closesAt\": \"2026-10-02T09:15:00Z\"} | INVALID_VALUE",
                "{\"seats\": 2}                           | UNKNOWN_FIELD",
                "{\"capacity\":                           | MALFORMED_JSON"
            })
    void refusesTermsThatMakeNoSense(String body, String code) {
        assertRefused(offer(body), 400, code);
        assertThat(Callees.callsAbout(run)).isEmpty();
    }

    @Test
    void isNotFoundWhereThereIsNone() {
        var nowhere = "/api/v1/runs/" + UUID.randomUUID();

        assertRefused(author.get(nowhere), 404, "NOT_FOUND");
        assertRefused(
                author.with("If-Match", "\"0\"").patch(nowhere, "{\"capacity\": 1}"),
                404,
                "NOT_FOUND");
    }

    private Answer read() {
        return author.get(path());
    }

    private Answer offer(String body) {
        return author.having(read()).patch(path(), body);
    }

    private String path() {
        return "/api/v1/runs/" + run;
    }
}
