package dev.lectern.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A clock that runs, and that a test can turn forward.
@TestConfiguration
public class TurnableClock {

    @Bean
    @Primary
    Turnable turnable() {
        return new Turnable();
    }

    /// The time of the machine and what was added to it.
    public static final class Turnable extends Clock {

        private final Clock machine = Clock.systemUTC();
        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

        public void forward(Duration time) {
            ahead.updateAndGet(now -> now.plus(time));
        }

        /// Tasks are due by this clock and run by that of the machine: other tests need them alike.
        public void backToNow() {
            ahead.set(Duration.ZERO);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("tests run in UTC");
        }

        @Override
        public Instant instant() {
            return machine.instant().plus(ahead.get());
        }
    }
}
