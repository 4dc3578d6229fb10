package dev.lectern.common.idempotency;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.lectern.common.task.Upkeep;
import dev.lectern.common.web.RequestArgument;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration
class IdempotencyAutoConfiguration implements WebMvcConfigurer {

    private static final Duration KEPT = Duration.ofHours(24);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(
                new RequestArgument<>(
                        IdempotencyKey.class,
                        request -> IdempotencyKey.parse(request.getHeader("Idempotency-Key"))));
    }

    @Bean
    Idempotency idempotency(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        return new Idempotency(jdbc, new TransactionTemplate(transactions), json, clock);
    }

    @Bean
    RecurringTask<Void> forgetIdempotencyKeys(JdbcClient jdbc, Clock clock) {
        return Upkeep.hourlyDeletion(
                "forget-idempotency-keys",
                jdbc,
                clock,
                KEPT,
                """
                delete from idempotency_key where ctid in
                    (select ctid from idempotency_key where created_at < :before limit 1000)
                """);
    }
}
