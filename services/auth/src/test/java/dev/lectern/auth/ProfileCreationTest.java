package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProfileCreationTest extends RunningAuth {

    @Test
    void handsTheProfileToUserInItsOwnName() {
        var email = someEmail();

        register(email, PASSWORD);

        var asked =
                Awaitility.await()
                        .until(() -> USER.askedAbout(email), requests -> !requests.isEmpty())
                        .getFirst();
        assertThat(asked.path()).isEqualTo("/internal/profiles");
        assertThat(asked.body())
                .contains(idOf(email).toString(), "\"displayName\":\"Leo\"")
                .contains("\"locale\":\"en\"", "\"timeZone\":\"Europe/Berlin\"");
        var token = claims(asked.token().substring("Bearer ".length()));
        assertThat(texts(token.get("roles"))).containsExactly("service");
        assertThat(token.get("aud").toString()).contains("user").doesNotContain("lectern-api");
    }

    @Test
    void triesAgainWhileUserIsAway() {
        var email = someEmail();
        USER.goAway();
        assertThat(register(email, PASSWORD).statusCode()).isEqualTo(201);
        Awaitility.await().until(() -> !USER.askedAbout(email).isEmpty());

        USER.comeBack();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> {
                    assertThat(USER.askedAbout(email)).hasSizeGreaterThan(1);
                    assertThat(waiting(email)).isZero();
                });
    }

    private long waiting(String email) {
        return jdbc.sql(
                        """
                        select count(*) from scheduled_tasks
                        where task_name = 'create-profile' and task_instance = :id
                        """)
                .param("id", idOf(email).toString())
                .query(Long.class)
                .single();
    }
}
