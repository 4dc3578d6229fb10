package dev.lectern.payment.pricing.application;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.lectern.payment.pricing.domain.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a course costs, as its authors see it.
///
/// @param revision which change of the price this is, told as its ETag
/// @param price tax included; amount 0 for free, null while it was never set
/// @param share what its author gets of each sale
/// @param net what that is at this price, null while there is none
public record PriceView(
        @JsonIgnore int revision,
        UUID courseId,
        @Nullable Money price,
        Share share,
        @Nullable Money net) {

    /// @param instructorPercent of what is left of the price without the tax
    public record Share(int instructorPercent) {}
}
