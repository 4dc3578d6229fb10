package dev.lectern.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/",
                "https://academy.example/app",
                "ftp://academy.example",
                "academy.example"
            })
    void takeNothingButAnOrigin(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EdgeSettings(URI.create(address), List.of()))
                .withMessageContaining("lectern.public-origin");
    }

    @Test
    void knowThePortThatIsLeftOut() {
        assertThat(new EdgeSettings(URI.create("https://academy.example"), List.of()).port())
                .isEqualTo(443);
        assertThat(new EdgeSettings(URI.create("http://localhost:3000"), List.of()).port())
                .isEqualTo(3000);
    }
}
