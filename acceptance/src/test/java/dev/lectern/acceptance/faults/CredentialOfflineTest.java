package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Studies;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.certificate.offline.Verifier;
import dev.lectern.client.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A certificate outlives whoever issued it: with what was fetched before it is checked while its
/// issuer is away, by somebody without an account.
@OnPlatform
class CredentialOfflineTest {

    private static final Duration BACK = Duration.ofSeconds(30);

    @Test
    void isCheckedWithFilesFetchedBefore(Platform platform, Cast cast) {
        var studio = new Studio(cast.instructor("Ines"), cast.moderator());
        var leo = new Studies(cast.learner("Leo"), studio.published("Kept for good", "First"));
        leo.enroll();
        var page = "/api/v1/verify/" + leo.complete().path("code").asString();
        var vera = cast.anonymous();
        assertThat(vera.get(page).text("verdict")).isEqualTo("VALID");
        assertThat(vera.get("/api/v1/verify/AAAA0000AAAA0000AAAA0000AA").code())
                .isEqualTo("NOT_FOUND");
        var credential = vera.get(page + "/credential");
        var list = bytes(vera.get(pathOf(credential, "/credentialStatus/statusListCredential")));
        var verifier = new Verifier(bytes(vera.get("/.well-known/did.json")));

        var breaking = new Breaking(platform);
        breaking.stop("certificate");
        try {
            assertThat(vera.get(page).code()).isEqualTo("UNAVAILABLE");
            var bytes = bytes(credential);
            var now = Instant.now();

            assertThat(verifier.isValid(bytes, list, now)).isTrue();
            assertThat(
                            verifier.isValid(
                                    Verifier.changedAt(bytes, nameIn(credential), 1), list, now))
                    .isFalse();
        } finally {
            breaking.start("certificate");
        }
        await("the page answers again").atMost(BACK).until(() -> vera.get(page).status() == 200);
    }

    private static int nameIn(Answer credential) {
        var before = credential.body().substring(0, credential.body().indexOf("Kept for good"));
        return before.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String pathOf(Answer answer, String pointer) {
        return URI.create(answer.json().at(pointer).asString()).getPath();
    }

    private static byte[] bytes(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }
}
