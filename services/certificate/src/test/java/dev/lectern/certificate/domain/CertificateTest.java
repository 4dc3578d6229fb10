package dev.lectern.certificate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificateTest {

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

        var certificate = Certificate.of(completion, "Ida Berg", "Signals and Sampling", NOW);

        assertThat(certificate.learnerId()).isEqualTo(completion.learnerId());
        assertThat(certificate.courseId()).isEqualTo(completion.courseId());
        assertThat(certificate.enrollmentId()).isEqualTo(completion.enrollmentId());
        assertThat(certificate.courseVersion()).isEqualTo(3);
        assertThat(certificate.courseTitle()).isEqualTo("Signals and Sampling");
        assertThat(certificate.holderName()).isEqualTo("Ida Berg");
        assertThat(certificate.completedOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(certificate.issuedAt()).isEqualTo(NOW);
        assertThat(certificate.status()).isEqualTo(CertificateStatus.ISSUED);
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
