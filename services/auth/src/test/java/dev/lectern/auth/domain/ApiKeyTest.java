package dev.lectern.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2025-10-02T09:00:00Z");

    private final Account owner =
            Account.register(new EmailAddress("ada@lectern.example"), "hash", List.of(), NOW);

    @Test
    void carriesRolesOfItsOwner() {
        owner.grant(Role.INSTRUCTOR);

        var key = make(Set.of(Role.LEARNER, Role.INSTRUCTOR), NOW.plus(ApiKey.LONGEST));

        assertThat(ApiKeyId.ofClient(key.id().clientId())).hasValue(key.id());
    }

    @Test
    void carriesNoOther() {
        assertRefused("SCOPE_TOO_WIDE", Set.of(Role.LEARNER, Role.ADMIN), NOW.plusSeconds(1));
    }

    @Test
    void endsOneDay() {
        assertRefused("KEY_LIFE_INVALID", Set.of(Role.LEARNER), NOW);
        assertRefused(
                "KEY_LIFE_INVALID",
                Set.of(Role.LEARNER),
                NOW.plus(Duration.ofDays(366)).plusNanos(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bff",
                "key-",
                "key-1-1-1-1-1",
                "KEY-0199a3c0-1f00-7a10-8b00-000000000001",
                "key-0199A3C0-1f00-7a10-8b00-000000000001"
            })
    void isNoOtherClientByAnotherSpelling(String clientId) {
        assertThat(ApiKeyId.ofClient(clientId)).isEmpty();
    }

    private ApiKey make(Set<Role> scopes, Instant end) {
        return ApiKey.make(ApiKeyId.next(), owner, "Export", scopes, "digest", NOW, end);
    }

    private void assertRefused(String code, Set<Role> scopes, Instant end) {
        assertThatThrownBy(() -> make(scopes, end))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
