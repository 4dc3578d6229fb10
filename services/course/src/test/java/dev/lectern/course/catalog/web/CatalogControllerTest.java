package dev.lectern.course.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.client.Client;
import dev.lectern.course.testkit.CourseTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@CourseTest
class CatalogControllerTest {

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?q=signals",
                "?captions=en",
                "?category=PROGRAMMING&level=BEGINNER&language=en&free=true",
                "?maxPrice=4900&currency=EUR&sort=PRICE"
            })
    void answersAStrangerWhateverTheFilter(String query) {
        var answer = new Client(port).get("/api/v1/catalog/search" + query);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().has("facets")).isTrue();
    }
}
