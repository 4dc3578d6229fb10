package dev.lectern.acceptance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.acceptance.people.Browser;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// The same API with a cookie in place of a token.
@OnPlatform
class BrowserSessionTest {

    private static final String APPLICATIONS = "/api/v1/instructor-applications";
    private static final String APPLICATION =
            "{\"headline\": \"Teaches\", \"biography\": \"Has taught for years.\"}";

    @Test
    void opensWithTheSignInPageAndClosesOnBothSides(Platform platform, Cast cast) {
        var browser = new Browser(platform.frontDoor());
        var leo = cast.learner("Leo");

        browser.signsIn(leo, "/");
        browser.fetches("/bff/session");

        assertThat(browser.fetches("/api/v1/users/me").body()).contains(leo.email());
        assertThat(browser.posts("/bff/logout", "").statusCode()).isEqualTo(202);
        assertThat(browser.fetches("/api/v1/users/me").statusCode()).isEqualTo(401);
    }

    @Test
    void writesOnlyWithTheTokenOfItsOwnPages(Platform platform, Cast cast) {
        var browser = new Browser(platform.frontDoor());
        browser.signsIn(cast.learner("Omar"), "/");
        browser.fetches("/bff/session");

        var foreign = browser.isMadeToPost(APPLICATIONS, APPLICATION, "https://evil.example");
        var forged =
                browser.isMadeToPost(APPLICATIONS, APPLICATION, platform.frontDoor().toString());

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body()).contains("ORIGIN_FOREIGN");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("CSRF_INVALID");
        assertThat(browser.fetches(APPLICATIONS).body()).contains("\"items\":[]");
        assertThat(browser.posts(APPLICATIONS, APPLICATION).statusCode()).isEqualTo(201);
    }

    @Test
    void isOneSessionForManyCallsAtOnce(Platform platform, Cast cast) throws Exception {
        var browser = new Browser(platform.frontDoor());
        browser.signsIn(cast.learner("Mia"), "/");
        var before = browser.cookie("lectern");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 10; i++) {
                calls.add(threads.submit(() -> browser.fetches("/api/v1/users/me").statusCode()));
            }
            for (var call : calls) {
                assertThat(call.get()).isEqualTo(200);
            }
        }

        assertThat(browser.cookie("lectern")).isEqualTo(before);
    }
}
