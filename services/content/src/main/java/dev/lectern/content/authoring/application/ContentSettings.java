package dev.lectern.content.authoring.application;

import dev.lectern.content.authoring.domain.body.EmbedHosts;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// @param embedHosts the hosts whose pages may be shown inside a lesson, by their exact names in
///   lower case; whatever shows lessons must allow frames of the same ones
@Validated
@ConfigurationProperties("lectern.content")
record ContentSettings(Set<@Pattern(regexp = "([a-z0-9-]+\\.)+[a-z]{2,}") String> embedHosts) {

    EmbedHosts hosts() {
        return new EmbedHosts(embedHosts);
    }
}
