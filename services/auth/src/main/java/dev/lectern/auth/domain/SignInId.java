package dev.lectern.auth.domain;

import dev.lectern.common.id.Ids;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/// Names one sign-in; tokens carry it as `sid`.
@Embeddable
public record SignInId(UUID value) implements Serializable {

    public static SignInId next() {
        return new SignInId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
