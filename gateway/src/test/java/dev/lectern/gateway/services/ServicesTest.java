package dev.lectern.gateway.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServicesTest {

    @Test
    void listenOnTheirPortOfThisMachineUnlessToldOtherwise() {
        Services services =
                new Services(
                        new ServiceSettings(
                                Map.of(
                                        "auth",
                                        new ServiceSettings.Address(
                                                URI.create("http://auth.internal:8080"))),
                                Map.of()));

        assertThat(services.named("auth").address()).hasToString("http://auth.internal:8080");
        assertThat(services.named("user").address()).hasToString("http://localhost:3001");
    }

    @Test
    void refuseSettingsForAServiceNobodyListed() {
        ServiceSettings.Address somewhere =
                new ServiceSettings.Address(URI.create("http://localhost:1"));

        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new Services(new ServiceSettings(Map.of("corse", somewhere), Map.of())))
                .withMessageContaining("lectern.services.corse");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        new Services(new ServiceSettings(Map.of(), Map.of("corse", List.of("/x")))))
                .withMessageContaining("lectern.pages.corse");
    }
}
