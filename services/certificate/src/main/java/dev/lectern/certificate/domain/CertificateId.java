package dev.lectern.certificate.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// The identity of a certificate.
@Embeddable
public record CertificateId(UUID value) implements Serializable {

    static CertificateId next() {
        return new CertificateId(Ids.next());
    }
}
