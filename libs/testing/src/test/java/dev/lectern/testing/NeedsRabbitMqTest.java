package dev.lectern.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class NeedsRabbitMqTest {

    private static final String CHOICE = "lectern.broker";

    private String chosen;

    @BeforeEach
    void rememberTheChoice() {
        chosen = System.getProperty(CHOICE, "auto");
    }

    @AfterEach
    void restoreTheChoice() {
        System.setProperty(CHOICE, chosen);
    }

    @Test
    void skipsWhereTheEmbeddedBrokerWasChosenAndSaysWhy() {
        System.setProperty(CHOICE, "embedded");

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(DeadLettering.class))
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        skippedWithReason(
                                "skipped: needs RabbitMQ, and the embedded broker was chosen"));
    }

    /// Run by the test above alone.
    @NeedsRabbitMq
    static class DeadLettering {

        @Test
        void happens() {
            assertThat(System.getProperty(CHOICE)).isNotEqualTo("embedded");
        }
    }
}
