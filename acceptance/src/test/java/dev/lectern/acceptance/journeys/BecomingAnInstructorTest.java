package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.people.Person;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A learner asks to teach, and an admin decides.
@OnPlatform
class BecomingAnInstructorTest {

    private static final String APPLICATIONS = "/api/v1/instructor-applications";
    private static final String DECISIONS = "/api/v1/admin/instructor-applications/";

    @Test
    void makesTheNextTokenThatOfAnInstructor(Cast cast) {
        var ines = cast.learner("Ines");
        var application = apply(ines);

        var approved = decide(cast.admin(), application, "approve");

        assertThat(application.text("status")).isEqualTo("PENDING");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.text("status")).isEqualTo("APPROVED");
        assertThat(approved.text("decidedBy")).isEqualTo(cast.admin().id().toString());
        await("the role arrives")
                .atMost(Duration.ofSeconds(10))
                .until(() -> ines.again().hasRole("instructor"));
    }

    @Test
    void isAskedOnceAtATime(Cast cast) {
        var omar = cast.learner("Omar");
        apply(omar);

        var second = apply(omar);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("APPLICATION_PENDING");
    }

    @Test
    void isDecidedByAdminsAlone(Cast cast) {
        var omar = cast.learner("Omar");
        var application = apply(omar);

        assertThat(decide(omar, application, "approve").code()).isEqualTo("FORBIDDEN");
        assertThat(decide(cast.moderator(), application, "approve").code()).isEqualTo("FORBIDDEN");
        assertThat(omar.api().get(APPLICATIONS + "/" + application.text("id")).text("status"))
                .isEqualTo("PENDING");
    }

    @Test
    void isDecidedByWhoStepsUp(Cast cast) {
        var application = apply(cast.learner("Omar"));
        var approval = DECISIONS + application.text("id") + "/approve";

        var unproven = cast.admin().intending().post(approval, "{}");

        assertThat(unproven.status()).isEqualTo(403);
        assertThat(unproven.code()).isEqualTo("STEP_UP_REQUIRED");
        assertThat(cast.admin().steppedUp().post(approval, "{}").status()).isEqualTo(200);
    }

    @Test
    void isDecidedOnceAndLeavesATrail(Cast cast) {
        var application = apply(cast.learner("Omar"));
        decide(cast.admin(), application, "reject");

        var again = decide(cast.admin(), application, "approve");
        var audit = cast.admin().api().get(DECISIONS + "audit?limit=100");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("ALREADY_DECIDED");
        assertThat(audit.body()).contains(application.text("id"));
    }

    private static Answer apply(Person person) {
        return person.intending()
                .post(
                        APPLICATIONS,
                        """
                        {"headline": "Teaches signals", "biography": "Ten years of radio.",
                         "sampleUrl": "https://example.org/talk"}
                        """);
    }

    private static Answer decide(Person staff, Answer application, String verb) {
        return staff.steppedUp().post(DECISIONS + application.text("id") + "/" + verb, "{}");
    }
}
