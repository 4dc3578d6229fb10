package dev.lectern.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Headers that make no sense.
class NonsenseTest {

    private static final TestPlatform PLATFORM = TestPlatform.behindAProxy();

    private final Client client = PLATFORM.client();

    @Test
    void isAnsweredAsTheClientsOwn() {
        for (String header :
                List.of(
                        "Content-Type: ;;;",
                        "Content-Type: application/x-www-form-urlencoded; charset=nonsense",
                        "Content-Type: multipart/form-data",
                        "Accept: ;;;",
                        "Accept-Language: ;;;",
                        "Cookie: __Host-lectern=\"; ;=;",
                        "Origin: ://",
                        "X-Forwarded-For: ,,[::,%%",
                        "Range: bytes=5-1",
                        "If-Modified-Since: never",
                        "traceparent: nonsense")) {
            for (String path : List.of("GET /", "GET /bff/session", "POST /bff/logout")) {
                String answer =
                        client.raw(
                                "%s HTTP/1.1\nHost: localhost\nConnection: close\nContent-Length: 2\n%s"
                                        .formatted(path, header),
                                "%z");

                assertThat(answer).as(path + " " + header).matches("(?s)HTTP/1.1 [234].*");
            }
        }
    }
}
