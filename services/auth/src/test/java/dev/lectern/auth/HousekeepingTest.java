package dev.lectern.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class HousekeepingTest extends RunningAuth {

    @Autowired SchedulerClient scheduler;

    @Test
    void forgetsAuthorizationsWhoseLastTokenHasExpired() {
        var old = somebody();
        signIn().token(old, PASSWORD);
        jdbc.sql(
                        """
                        update oauth2_authorization set authorization_code_expires_at = :past,
                            access_token_expires_at = :past, oidc_id_token_expires_at = :past
                        where principal_name = :id
                        """)
                .param("past", hoursAgo(2))
                .param("id", idOf(old).toString())
                .update();
        var living = somebody();
        signIn().token(living, PASSWORD);

        runSoon("forget-authorizations");

        Awaitility.await().untilAsserted(() -> assertThat(authorizationsOf(old)).isZero());
        assertThat(authorizationsOf(living)).isOne();
    }

    @Test
    void forgetsSignInsNobodyUsesAnyMore() {
        var gone = somebody();
        signIn().token(gone, PASSWORD);
        jdbc.sql("delete from spring_session where principal_name = :id")
                .param("id", idOf(gone).toString())
                .update();
        var idle = somebody();
        var idleClient = signIn();
        idleClient.token(idle, PASSWORD);
        jdbc.sql("update sign_in set last_seen_at = :past").param("past", hoursAgo(10)).update();

        runSoon("forget-sign-ins");

        Awaitility.await().untilAsserted(() -> assertThat(signInsOf(gone)).isZero());
        assertThat(signInsOf(idle)).isOne();
        assertThat(idleClient.nextToken()).isNotEmpty();
    }

    @Test
    void forgetsLinksThatAreTooOld() {
        var email = someEmail();
        register(email, PASSWORD);
        tokenMailedTo(email);
        clock.advance(Duration.ofHours(25));

        runSoon("forget-secret-links");

        Awaitility.await().untilAsserted(() -> assertThat(linksOf(email)).isZero());
    }

    private long authorizationsOf(String email) {
        return jdbc.sql("select count(*) from oauth2_authorization where principal_name = :id")
                .param("id", idOf(email).toString())
                .query(Long.class)
                .single();
    }

    private long linksOf(String email) {
        return jdbc.sql("select count(*) from secret_link where account_id = :id")
                .param("id", idOf(email))
                .query(Long.class)
                .single();
    }

    private long signInsOf(String email) {
        return jdbc.sql("select count(*) from sign_in where account_id = :id")
                .param("id", idOf(email))
                .query(Long.class)
                .single();
    }

    private OffsetDateTime hoursAgo(int hours) {
        return clock.instant().minus(Duration.ofHours(hours)).atOffset(ZoneOffset.UTC);
    }

    private void runSoon(String task) {
        scheduler.reschedule(
                TaskInstanceId.of(task, RecurringTask.INSTANCE), Clock.systemUTC().instant());
    }
}
