package dev.lectern.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.util.ReflectionTestUtils;

class CertificateTest {

    private static final StatusPlace PLACE = new StatusPlace(1, 131_071);
    private static final Instant NOW = Instant.parse("2026-10-02T10:00:00Z");

    @Test
    void statesWhatWasCompletedUnderTheNamesOfThatDay() {
        var completion =
                new Completion(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        3,
                        Instant.parse("2026-10-01T23:59:59Z"));

        var certificate =
                Certificate.of(completion, "Ida Berg", "Signals and Sampling", PLACE, null, NOW);

        assertThat(certificate.learnerId()).isEqualTo(completion.learnerId());
        assertThat(certificate.courseId()).isEqualTo(completion.courseId());
        assertThat(certificate.enrollmentId()).isEqualTo(completion.enrollmentId());
        assertThat(certificate.courseVersion()).isEqualTo(3);
        assertThat(certificate.courseTitle()).isEqualTo("Signals and Sampling");
        assertThat(certificate.holderName()).isEqualTo("Ida Berg");
        assertThat(certificate.completedOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(certificate.issuedAt()).isEqualTo(NOW);
        assertThat(certificate.status(NOW)).isEqualTo(CertificateStatus.ISSUED);
        assertThat(certificate.place()).isEqualTo(PLACE);
        assertThat(events(certificate)).containsExactly(new CertificateEvent.Issued(certificate));
    }

    @Test
    void isOverFromTheMomentItExpires() {
        var certificate = aCertificate(NOW.plusSeconds(60));

        assertThat(certificate.status(NOW.plusSeconds(59))).isEqualTo(CertificateStatus.ISSUED);
        assertThat(certificate.status(NOW.plusSeconds(60))).isEqualTo(CertificateStatus.EXPIRED);
    }

    @Test
    void isTakenBackOnceAndForGood() {
        var certificate = aCertificate(NOW.plusSeconds(60));
        var staff = UUID.randomUUID();

        certificate.revoke(staff, "Somebody else sat the exam", NOW.plusSeconds(30));

        assertThat(certificate.status(NOW.plusSeconds(90))).isEqualTo(CertificateStatus.REVOKED);
        assertThat(certificate.revokedAt()).hasValue(NOW.plusSeconds(30));
        assertThat(certificate.revokedBy()).hasValue(staff);
        assertThat(certificate.revocationReason()).hasValue("Somebody else sat the exam");
        assertThat(events(certificate)).contains(new CertificateEvent.Revoked(certificate));
        assertThatThrownBy(() -> certificate.revoke(staff, "Again", NOW.plusSeconds(31)))
                .isInstanceOfSatisfying(
                        CertificateRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("ALREADY_REVOKED"));
        assertThatThrownBy(() -> certificate.refunded(NOW.plusSeconds(31)))
                .isInstanceOf(CertificateRefused.class);
        assertThat(certificate.revokedAt()).hasValue(NOW.plusSeconds(30));
        assertThat(events(certificate)).hasSize(2);
    }

    @Test
    void isTakenBackByNobodyWhereItsCourseWasGivenBack() {
        var certificate = aCertificate(null);

        certificate.refunded(NOW);

        assertThat(certificate.isRevoked()).isTrue();
        assertThat(certificate.revokedBy()).isEmpty();
        assertThat(certificate.revocationReason()).hasValue("REFUNDED");
    }

    @Test
    void hasASaltOfItsOwn() {
        assertThat(Stream.generate(() -> aCertificate(null).salt()).limit(1000))
                .doesNotHaveDuplicates()
                .allSatisfy(salt -> assertThat(salt).matches("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "1, -1", "1, 131072"})
    void standsInAPlaceThatThereIs(int list, int place) {
        assertThatThrownBy(() -> new StatusPlace(list, place))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Certificate aCertificate(@Nullable Instant expiresAt) {
        return Certificate.of(
                new Completion(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 3, NOW),
                "Ida Berg",
                "Signals and Sampling",
                PLACE,
                expiresAt,
                NOW);
    }

    private static Collection<Object> events(Certificate certificate) {
        Collection<Object> events = ReflectionTestUtils.invokeMethod(certificate, "domainEvents");
        return Objects.requireNonNull(events);
    }

    @Test
    void hasACodeThatNobodyGuessesAndThatIsSafeInAddresses() {
        var codes = Stream.generate(CertificateCode::next).limit(10_000).toList();

        assertThat(codes).doesNotHaveDuplicates();
        assertThat(codes)
                .allSatisfy(code -> assertThat(code.value()).matches("[0-9A-HJKMNP-TV-Z]{26}"));
        // 26 letters of 32 are 130 bits, if every letter is possible at every place.
        for (var place = 0; place < 26; place++) {
            var at = place;
            assertThat(codes.stream().map(code -> code.value().charAt(at)).distinct()).hasSize(32);
        }
    }
}
