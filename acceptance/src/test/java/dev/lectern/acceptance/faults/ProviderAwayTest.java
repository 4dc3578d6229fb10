package dev.lectern.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.acceptance.courses.Purchases;
import dev.lectern.acceptance.courses.Studio;
import dev.lectern.acceptance.courses.Studio.Draft;
import dev.lectern.acceptance.people.Cast;
import dev.lectern.acceptance.platform.OnPlatform;
import dev.lectern.acceptance.platform.Platform;
import dev.lectern.client.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// The payment provider is slow or gone: orders stay payable, and nothing else notices.
@OnPlatform
@TestInstance(Lifecycle.PER_CLASS)
class ProviderAwayTest {

    private static final Duration EFFECT = Duration.ofSeconds(30);
    private static final int BUYERS = 10;

    private Platform platform;
    private Breaking breaking;
    private Cast cast;
    private Draft course;

    @BeforeAll
    void aCourseWithAPrice(Platform platform, Cast cast) {
        this.platform = platform;
        this.cast = cast;
        breaking = new Breaking(platform);
        course =
                new Studio(cast.instructor("Ines"), cast.moderator())
                        .priced(4_900, "Paid on a bad day", "Preview", "Closed");
    }

    @AfterEach
    void mend() {
        breaking.startProvider();
    }

    @Test
    void leavesOrdersPayableWhileItIsDown() {
        var leo = new Purchases(platform, cast.learner("Leo"));
        breaking.stopProvider();

        var order = leo.orders(course.runId());
        var page = leo.goesToPay(order);

        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.code()).isEqualTo("PROVIDER_UNAVAILABLE");
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(leo.status(order)).isEqualTo("PENDING");
        breaking.startProvider();
        paysAtLast(leo, order);
        leo.awaitStatus(order, "FULFILLED");
    }

    @Test
    void keepsNobodyElseWaitingWhileItIsSlow() throws Exception {
        var buyers = new ArrayList<Purchases>();
        for (var i = 0; i < BUYERS; i++) {
            buyers.add(new Purchases(platform, cast.learner("Mia")));
        }
        var orders = buyers.stream().map(buyer -> buyer.orders(course.runId())).toList();
        breaking.slowProvider(5);

        var pages = new ArrayList<Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var paying = new ArrayList<Future<Answer>>();
            for (var i = 0; i < BUYERS; i++) {
                var number = i;
                paying.add(threads.submit(() -> buyers.get(number).goesToPay(orders.get(number))));
            }
            for (var buyer : buyers) {
                assertThat(buyer.status(orders.get(buyers.indexOf(buyer)))).isEqualTo("PENDING");
            }
            assertThat(cast.anonymous().get("/api/v1/catalog/courses/" + course.id()).status())
                    .isEqualTo(200);
            for (var page : paying) {
                pages.add(page.get());
            }
        }

        assertThat(pages).allMatch(page -> page.code().equals("PROVIDER_UNAVAILABLE"));
        breaking.startProvider();
        paysAtLast(buyers.getFirst(), orders.getFirst());
    }

    /// For some seconds after a bad day nobody asks the provider.
    private static void paysAtLast(Purchases buyer, String order) {
        await("the provider is asked again")
                .atMost(EFFECT)
                .until(() -> buyer.goesToPay(order), page -> page.status() == 200);
        buyer.presses("pay", order);
    }
}
