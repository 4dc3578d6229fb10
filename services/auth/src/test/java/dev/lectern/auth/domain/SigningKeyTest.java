package dev.lectern.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final Instant NOW = Instant.parse("2025-10-02T09:00:00Z");
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(10);
    private static final Duration OTHERS_CACHE = Duration.ofMinutes(30);

    @Test
    void beginsAtOnceWhenItIsTheFirst() {
        assertThat(SigningKey.successorFrom(List.of(), NOW)).contains(NOW);
    }

    @Test
    void getsNoSuccessorWhileItIsYoung() {
        var key = new SigningKey("first", NOW, Optional.empty());

        assertThat(SigningKey.successorFrom(List.of(key), NOW.plus(Duration.ofDays(29)))).isEmpty();
    }

    @Test
    void isSucceededByOneThatEverybodyHasSeenBefore() {
        var key = new SigningKey("first", NOW, Optional.empty());
        var later = NOW.plus(Duration.ofDays(31));

        var start = SigningKey.successorFrom(List.of(key), later).orElseThrow();

        assertThat(Duration.between(later, start)).isGreaterThan(OTHERS_CACHE);
    }

    @Test
    void signsUntilItsSuccessorBegins() {
        var start = NOW.plus(Duration.ofHours(1));
        var keys =
                List.of(
                        new SigningKey("first", NOW, Optional.of(SigningKey.expiryBefore(start))),
                        new SigningKey("second", start, Optional.empty()));

        assertThat(current(keys, start.minusSeconds(1))).isEqualTo("first");
        assertThat(current(keys, start)).isEqualTo("second");
    }

    @Test
    void signsAheadOfItsTimeWhereThereIsNoOther() {
        var first = new SigningKey("first", NOW.plusSeconds(5), Optional.empty());
        var second = new SigningKey("second", NOW.plusSeconds(60), Optional.empty());

        assertThat(current(List.of(second, first), NOW)).isEqualTo("first");
        assertThat(SigningKey.current(List.of(), NOW)).isEmpty();
    }

    @Test
    void isShownForAsLongAsAnyTokenOfItLives() {
        var start = NOW.plus(Duration.ofHours(1));
        var expiry = SigningKey.expiryBefore(start);
        var retired = new SigningKey("first", NOW, Optional.of(expiry));

        assertThat(Duration.between(start, expiry)).isGreaterThan(TOKENS_LIVE);
        assertThat(retired.isShown(start.plus(TOKENS_LIVE))).isTrue();
        assertThat(retired.isShown(expiry)).isFalse();
    }

    private static String current(List<SigningKey> keys, Instant now) {
        return SigningKey.current(keys, now).orElseThrow().kid();
    }
}
