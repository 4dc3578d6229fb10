package dev.lectern.auth.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.common.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

class AccountTest {

    private static final Instant NOW = Instant.parse("2025-10-02T09:00:00Z");
    private static final Consent TERMS = new Consent("TERMS", "1", NOW);

    private final Account newcomer =
            Account.register(new EmailAddress("Leo@Lectern.example"), "hash", List.of(TERMS), NOW);

    @Nested
    class Registering {

        @Test
        void makesALearnerWhoseAddressIsStillToBeProven() {
            assertThat(newcomer.roles()).containsExactly(Role.LEARNER);
            assertThat(newcomer.isEmailVerified()).isFalse();
            assertThat(newcomer.registeredAt()).isEqualTo(NOW);
            assertThat(eventsOf(newcomer))
                    .containsExactly(new AccountEvent.Registered(newcomer.id()));
        }

        @Test
        void keepsTheAddressInLowerCase() {
            assertThat(newcomer.email().value()).isEqualTo("leo@lectern.example");
        }

        @Test
        void remembersWhatWasAcceptedAndWhen() {
            assertThat(newcomer.consents()).containsExactly(TERMS);
        }
    }

    @Nested
    class ConfirmingTheAddress {

        @Test
        void isToldOnce() {
            newcomer.verifyEmail(NOW);
            newcomer.verifyEmail(NOW.plusSeconds(1));

            assertThat(newcomer.isEmailVerified()).isTrue();
            assertThat(eventsOf(newcomer))
                    .containsOnlyOnce(new AccountEvent.EmailVerified(newcomer.id()));
        }
    }

    @Nested
    class SigningIn {

        @Test
        void isRefusedForAWrongPassword() {
            assertThat(verified().judgeSignIn(false, NOW)).isEqualTo(SignInVerdict.REFUSED);
        }

        @Test
        void tellsOnlyTheOwnerOfThePasswordThatTheAddressIsUnproven() {
            assertThat(newcomer.judgeSignIn(true, NOW)).isEqualTo(SignInVerdict.UNVERIFIED);
            assertThat(newcomer.judgeSignIn(false, NOW)).isEqualTo(SignInVerdict.REFUSED);
        }

        @Test
        void isAdmittedAfterFourWrongPasswords() {
            var account = verified();
            guess(account, 4, NOW);

            assertThat(account.judgeSignIn(true, NOW)).isEqualTo(SignInVerdict.ADMITTED);
        }

        @Test
        void isRefusedEvenWithTheRightPasswordAfterFiveWrongOnes() {
            var account = verified();
            guess(account, 5, NOW);

            assertThat(account.judgeSignIn(true, NOW.plusSeconds(29)))
                    .isEqualTo(SignInVerdict.REFUSED);
            assertThat(account.judgeSignIn(true, NOW.plusSeconds(30)))
                    .isEqualTo(SignInVerdict.ADMITTED);
        }

        @Test
        void hasToPauseTwiceAsLongAfterEachFurtherWrongPassword() {
            var account = verified();
            guess(account, 5, NOW);
            guess(account, 1, NOW.plusSeconds(30));

            assertThat(account.judgeSignIn(true, NOW.plusSeconds(89)))
                    .isEqualTo(SignInVerdict.REFUSED);
            assertThat(account.judgeSignIn(true, NOW.plusSeconds(90)))
                    .isEqualTo(SignInVerdict.ADMITTED);
        }

        @Test
        void isNeverKeptOutForMoreThanAQuarterOfAnHour() {
            var account = verified();
            var time = NOW;
            for (var i = 0; i < 40; i++) {
                account.judgeSignIn(false, time);
                time = time.plus(Duration.ofMinutes(15));
            }

            assertThat(account.judgeSignIn(true, time)).isEqualTo(SignInVerdict.ADMITTED);
        }

        @Test
        void isNotKeptOutLongerByGuessesDuringThePause() {
            var account = verified();
            guess(account, 5, NOW);
            guess(account, 50, NOW.plusSeconds(10));

            assertThat(account.judgeSignIn(true, NOW.plusSeconds(30)))
                    .isEqualTo(SignInVerdict.ADMITTED);
        }

        @Test
        void beginsToCountAnewAfterARightPassword() {
            var account = verified();
            guess(account, 4, NOW);
            account.judgeSignIn(true, NOW);
            guess(account, 4, NOW);

            assertThat(account.judgeSignIn(true, NOW)).isEqualTo(SignInVerdict.ADMITTED);
        }

        private static void guess(Account account, int times, Instant at) {
            for (var i = 0; i < times; i++) {
                account.judgeSignIn(false, at);
            }
        }
    }

    @Nested
    class ResettingThePassword {

        @Test
        void endsEverySessionAndEveryPause() {
            var account = verified();
            SigningIn.guess(account, 5, NOW);

            account.resetPassword("new hash", NOW);

            assertThat(account.passwordHash()).isEqualTo("new hash");
            assertThat(account.judgeSignIn(true, NOW)).isEqualTo(SignInVerdict.ADMITTED);
            assertThat(eventsOf(account))
                    .contains(new AccountEvent.SignedOutEverywhere(account.id()));
        }

        @Test
        void provesTheAddressTooSinceTheLinkWasMailedToIt() {
            newcomer.resetPassword("new hash", NOW);

            assertThat(newcomer.isEmailVerified()).isTrue();
        }
    }

    @Nested
    class Roles {

        @Test
        void areGrantedOnce() {
            newcomer.grant(Role.INSTRUCTOR);
            newcomer.grant(Role.INSTRUCTOR);

            assertThat(newcomer.roles()).containsOnly(Role.LEARNER, Role.INSTRUCTOR);
            assertThat(eventsOf(newcomer))
                    .containsOnlyOnce(new AccountEvent.RoleGranted(newcomer.id(), Role.INSTRUCTOR));
        }

        @Test
        void ofStaffNeedANewPasswordWhereNobodyHadProvenTheAddress() {
            assertThatThrownBy(() -> newcomer.appoint(Role.ADMIN, null, NOW))
                    .isInstanceOf(IllegalArgumentException.class);

            newcomer.appoint(Role.ADMIN, "new hash", NOW);

            assertThat(newcomer.passwordHash()).isEqualTo("new hash");
            assertThat(newcomer.isEmailVerified()).isTrue();
            assertThat(newcomer.roles()).contains(Role.ADMIN);
        }

        @Test
        void ofStaffLeaveTheSessionsOfAProvenAccountAlone() {
            var account = verified();

            account.appoint(Role.MODERATOR, null, NOW);

            assertThat(account.passwordHash()).isEqualTo("hash");
            assertThat(eventsOf(account))
                    .doesNotContain(new AccountEvent.SignedOutEverywhere(account.id()));
        }

        @Test
        void ofTheLastAdministratorCannotBeTakenAway() {
            var account = verified();
            account.appoint(Role.ADMIN, null, NOW);

            assertThatThrownBy(() -> account.dismiss(Role.ADMIN, 1))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("LAST_ADMIN"));
            account.dismiss(Role.ADMIN, 2);

            assertThat(account.roles()).isEqualTo(Set.of(Role.LEARNER));
            assertThat(eventsOf(account))
                    .contains(new AccountEvent.SignedOutEverywhere(account.id()));
        }

        @Test
        void notHeldNeedNotBeTakenAway() {
            newcomer.dismiss(Role.ADMIN, 1);

            assertThat(eventsOf(newcomer)).hasSize(1);
        }
    }

    private Account verified() {
        newcomer.verifyEmail(NOW);
        return newcomer;
    }

    private static List<Object> eventsOf(Account account) {
        Collection<?> events = ReflectionTestUtils.invokeMethod(account, "domainEvents");
        return List.copyOf(Objects.requireNonNull(events));
    }
}
