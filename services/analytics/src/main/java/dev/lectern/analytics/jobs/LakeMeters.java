package dev.lectern.analytics.jobs;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far the lake is behind the log.
@Configuration(proxyBeanMethods = false)
class LakeMeters {

    @Bean
    MeterBinder lakeLag(JdbcClient jdbc) {
        return (MeterRegistry registry) ->
                Gauge.builder("lectern.analytics.lake.lag", jdbc, LakeMeters::lag)
                        .baseUnit("seconds")
                        .description("How long the oldest event waits for its object in the lake")
                        .register(registry);
    }

    private static double lag(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select coalesce(extract(epoch from now() - min(received_at)), 0)
                        from event_log where position in (
                            (select position from lake_waiting order by position limit 1)
                            union all
                            (select e.position from lake_entry e
                             where e.key = (select key from lake_object where written_at is null
                                            order by planned_at, key limit 1)
                             order by e.position limit 1))
                        """)
                .query(Double.class)
                .single();
    }
}
