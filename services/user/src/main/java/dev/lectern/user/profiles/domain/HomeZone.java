package dev.lectern.user.profiles.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.ZoneId;

/// The time zone somebody lives in, by its name in the tz database: `Europe/Warsaw`.
@Embeddable
public record HomeZone(String value) implements Serializable {

    public HomeZone {
        if (!ZoneId.getAvailableZoneIds().contains(value)) {
            throw GenericRefusal.invalid("/timeZone", "Not a known zone, like Europe/Warsaw.");
        }
    }
}
