package dev.lectern.course.catalog.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchCursorTest {

    @Test
    void namesAPlaceThatCanBeReadBack() {
        var place =
                new SearchCursor(
                        new BigDecimal("0.0607927"),
                        new BigDecimal("1790932500.123456"),
                        UUID.randomUUID());

        assertThat(SearchCursor.parse(place.toString())).isEqualTo(place);
        assertThat(SearchCursor.parse(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1 2",
                "1 2 3",
                "1 x 0199a3c0-1f00-7a10-8b00-000000000001",
                "NaN 2 0199a3c0-1f00-7a10-8b00-000000000001",
                "1 2 0199a3c0-1f00-7a10-8b00-000000000001 4",
                "1e999999999 2 0199a3c0-1f00-7a10-8b00-000000000001",
                "1 2 0199a3c0-1f00-7a10-8b00-000000000001' or 1=1"
            })
    void refusesWhatNamesNoPlace(String text) {
        var cursor =
                Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));

        for (var wrong : new String[] {cursor, text + "!"}) {
            assertThatThrownBy(() -> SearchCursor.parse(wrong))
                    .hasFieldOrPropertyWithValue("code", "UNKNOWN_PARAMETER");
        }
    }
}
