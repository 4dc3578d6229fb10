package dev.lectern.user.applications.domain;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Where staff can see how an applicant teaches: a web address they may follow without harm.
@Embeddable
public record SampleUrl(String value) implements Serializable {

    private static final int LONGEST = 2000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    public SampleUrl {
        if (value.length() > LONGEST || !isWebAddress(value)) {
            throw GenericRefusal.invalid("/sampleUrl", "Give an http or https address.");
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            // A name before the host makes an address look like another one.
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
