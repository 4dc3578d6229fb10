package dev.lectern.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class BffSettingsTest {

    @Test
    void haveNoSecretByDefault() {
        assertThatThrownBy(() -> bound(Map.of()))
                .hasRootCauseMessage(
                        "lectern.bff.secret is not set: give the client secret of the gateway in"
                                + " LECTERN_BFF_SECRET");
    }

    @Test
    void neverShowTheSecret() {
        assertThat(bound(Map.of("lectern.bff.secret", "very-secret")).toString())
                .doesNotContain("very-secret");
    }

    private static BffSettings bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("lectern.bff", BffSettings.class);
    }
}
