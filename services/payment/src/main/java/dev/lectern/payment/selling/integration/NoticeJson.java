package dev.lectern.payment.selling.integration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Which order an event of Stripe is about: every object we make there carries its id.
final class NoticeJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NoticeJson() {}

    static @Nullable UUID orderIn(String payload) {
        var id =
                JSON.readTree(payload)
                        .at("/data/object/metadata/" + StripeProvider.ORDER)
                        .asString("");
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
