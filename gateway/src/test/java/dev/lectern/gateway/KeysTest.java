package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.RSAKey;
import dev.lectern.gateway.Client.Answer;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Auth changes its keys, and is not always there to show them.
class KeysTest {

    private static final TestPlatform PLATFORM = TestPlatform.with("lectern.limits.factor=10000");
    private static final StubAuth AUTH = PLATFORM.auth();
    private static final int CALLS = 40;

    private final Client client = PLATFORM.client();
    private final String tokenOfAKnownKey = AUTH.accessToken("user-1", "learner");

    @Test
    void areFetchedForATokenThatIsSignedWithANewOne() {
        assertThat(read(tokenOfAKnownKey).status()).isEqualTo(200);
        RSAKey next = StubAuth.newKey("the-next");
        AUTH.alsoShows(next);

        Awaitility.await().until(() -> read(signedWith(next)).status() == 200);
        assertThat(read(tokenOfAKnownKey).status()).as("the old one is still good").isEqualTo(200);
    }

    @Test
    void areNotFetchedForEveryInventedOne() {
        assertThat(read(tokenOfAKnownKey).status()).isEqualTo(200);
        long before = fetches();
        RSAKey invented = StubAuth.newKey("invented");

        assertThat(
                        IntStream.range(0, CALLS)
                                .mapToObj(_ -> read(signedWith(invented)))
                                .map(Answer::status))
                .containsOnly(401);
        assertThat(fetches() - before).isLessThan(CALLS / 2);
    }

    @Test
    void areKnownWhileAuthIsAway() {
        assertThat(read(tokenOfAKnownKey).status()).isEqualTo(200);
        RSAKey shownLater = StubAuth.newKey("shown-later");
        AUTH.goesAway();
        try {
            assertThat(read(tokenOfAKnownKey).status()).isEqualTo(200);
            assertThat(read(signedWith(shownLater)).status()).isEqualTo(401);
        } finally {
            AUTH.alsoShows(shownLater);
            AUTH.comesBack();
        }
        Awaitility.await().until(() -> read(signedWith(shownLater)).status() == 200);
    }

    private Answer read(String token) {
        return client.get("/api/v1/users/me", "Authorization", "Bearer " + token);
    }

    private static String signedWith(RSAKey key) {
        return AUTH.signed(key, claims -> claims.subject("user-1"));
    }

    private static long fetches() {
        return AUTH.received().stream()
                .filter(request -> request.uri().equals("/oauth2/jwks"))
                .count();
    }
}
