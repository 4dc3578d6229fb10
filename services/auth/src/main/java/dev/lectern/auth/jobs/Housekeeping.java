package dev.lectern.auth.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.lectern.auth.application.RotatingKeys;
import dev.lectern.common.task.Upkeep;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rotates keys and deletes what has served its time; none of it is cleaned up by the libraries.
@Configuration(proxyBeanMethods = false)
class Housekeeping {

    // Longer than a refresh token and a login cookie live without being used.
    private static final Duration SIGN_INS_KEPT = Duration.ofHours(9);

    @Bean
    RecurringTask<Void> rotateSigningKeys(
            RotatingKeys rotating, @Qualifier("wallClock") Clock wallClock) {
        return Tasks.recurring("rotate-signing-keys", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> rotating.rotate(wallClock.instant()));
    }

    @Bean
    RecurringTask<Void> forgetAuthorizations(
            JdbcClient jdbc, @Qualifier("wallClock") Clock wallClock) {
        return Upkeep.hourlyDeletion(
                "forget-authorizations",
                jdbc,
                wallClock,
                Duration.ofHours(1),
                """
                delete from oauth2_authorization where id in (
                    select id from oauth2_authorization
                    where greatest(authorization_code_expires_at, access_token_expires_at,
                        oidc_id_token_expires_at, refresh_token_expires_at) < :before
                    limit 1000)
                """);
    }

    @Bean
    RecurringTask<Void> forgetSignIns(JdbcClient jdbc, @Qualifier("wallClock") Clock wallClock) {
        return Upkeep.hourlyDeletion(
                "forget-sign-ins",
                jdbc,
                wallClock,
                SIGN_INS_KEPT,
                """
                delete from sign_in where id in (
                    select id from sign_in
                    where last_seen_at < :before and not exists (
                        select 1 from spring_session where session_id = http_session)
                    limit 1000)
                """);
    }

    /// A secret whose first code never came was shown to somebody all the same.
    @Bean
    RecurringTask<Void> forgetUnconfirmedSecondFactors(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-unconfirmed-second-factors",
                jdbc,
                clock,
                Duration.ofHours(24),
                """
                delete from second_factor where account_id in (
                    select account_id from second_factor
                    where confirmed_at is null and begun_at < :before limit 1000)
                """);
    }

    /// A day later, so that its owner still sees why a program stopped.
    @Bean
    RecurringTask<Void> forgetApiKeys(JdbcClient jdbc, @Qualifier("wallClock") Clock wallClock) {
        return Upkeep.hourlyDeletion(
                "forget-api-keys",
                jdbc,
                wallClock,
                Duration.ofHours(24),
                """
                delete from api_key where id in (
                    select id from api_key where expires_at < :before limit 1000)
                """);
    }

    @Bean
    RecurringTask<Void> forgetSecretLinks(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-secret-links",
                jdbc,
                clock,
                Duration.ZERO,
                """
                delete from secret_link where hash in (
                    select hash from secret_link where expires_at < :before limit 1000)
                """);
    }
}
