package dev.lectern.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class SecondFactorTest {

    private static final Instant NOW = Instant.parse("2025-10-02T09:00:00Z");
    private static final OptionalLong NO_STEP = OptionalLong.empty();

    private final SecondFactor factor = SecondFactor.begin(AccountId.next(), "sealed", NOW);

    @Test
    void isOffUntilAFirstCodeConfirmsIt() {
        assertThat(factor.isOn()).isFalse();

        factor.confirm(step(100), List.of("one", "two"), NOW);

        assertThat(factor.isOn()).isTrue();
        assertThat(factor.recoveryCodesLeft()).isEqualTo(2);
    }

    @Test
    void isNotTurnedOnByAWrongCode() {
        refuses("CODE_INVALID", () -> factor.confirm(NO_STEP, List.of("one"), NOW));

        assertThat(factor.isOn()).isFalse();
        assertThat(factor.recoveryCodesLeft()).isZero();
    }

    @Test
    void beginsAnewOnlyWhileItIsOff() {
        var first = factor.enrolment();
        factor.beginAgain("other", NOW);

        assertThat(factor.enrolment()).isNotEqualTo(first);
        assertThat(factor.sealedSecret()).isEqualTo("other");
        factor.confirm(step(100), List.of(), NOW);
        refuses("MFA_ALREADY_ON", () -> factor.beginAgain("third", NOW));
        refuses("MFA_ALREADY_ON", () -> factor.confirm(step(101), List.of(), NOW));
    }

    @Test
    void isTurnedOffOnlyWhereItIsOn() {
        refuses("MFA_OFF", factor::turnOff);
        factor.confirm(step(100), List.of(), NOW);

        factor.turnOff();

        Collection<?> events = ReflectionTestUtils.invokeMethod(factor, "domainEvents");
        assertThat(events)
                .isEqualTo(
                        List.of(
                                new AccountEvent.SecondFactorTurnedOn(factor.account()),
                                new AccountEvent.SecondFactorTurnedOff(factor.account())));
    }

    @Test
    void takesACodeOnceAndNoneBeforeIt() {
        factor.confirm(step(100), List.of(), NOW);

        assertThat(judge(step(100))).isEqualTo(CodeVerdict.REFUSED);
        assertThat(judge(step(102))).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(judge(step(102))).isEqualTo(CodeVerdict.REFUSED);
        assertThat(judge(step(101))).isEqualTo(CodeVerdict.REFUSED);
        assertThat(judge(step(103))).isEqualTo(CodeVerdict.ACCEPTED);
    }

    @Test
    void takesARecoveryCodeOnce() {
        factor.confirm(step(100), List.of("one", "two"), NOW);

        assertThat(factor.judge(NO_STEP, "one", NOW)).isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(factor.judge(NO_STEP, "one", NOW)).isEqualTo(CodeVerdict.REFUSED);
        assertThat(factor.recoveryCodesLeft()).isEqualTo(1);
    }

    @Test
    void looksAtNoCodeForALongerAndLongerWhile() {
        factor.confirm(step(100), List.of("one"), NOW);
        wrong(5);

        assertThat(judge(step(101))).isEqualTo(CodeVerdict.LOCKED);
        assertThat(factor.judge(NO_STEP, "one", NOW)).isEqualTo(CodeVerdict.LOCKED);
        assertThat(factor.pause(NOW)).isEqualTo(Duration.ofSeconds(30));
        var later = NOW.plusSeconds(30);
        assertThat(factor.judge(NO_STEP, "wrong", later)).isEqualTo(CodeVerdict.REFUSED);
        assertThat(factor.pause(later)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void countsNothingWhileItLooksAtNoCode() {
        factor.confirm(step(100), List.of(), NOW);
        wrong(50);

        assertThat(factor.pause(NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(factor.judge(step(101), "", NOW.plusSeconds(30)))
                .isEqualTo(CodeVerdict.ACCEPTED);
        assertThat(factor.pause(NOW.plusSeconds(30))).isZero();
    }

    private void wrong(int times) {
        for (var i = 0; i < times; i++) {
            judge(NO_STEP);
        }
    }

    private CodeVerdict judge(OptionalLong step) {
        return factor.judge(step, "no recovery code", NOW);
    }

    private static OptionalLong step(long number) {
        return OptionalLong.of(number);
    }

    private static void refuses(String code, Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
