package dev.lectern.review.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a report.
@Embeddable
public record ReportId(UUID value) implements Serializable {

    public static ReportId next() {
        return new ReportId(Ids.next());
    }
}
