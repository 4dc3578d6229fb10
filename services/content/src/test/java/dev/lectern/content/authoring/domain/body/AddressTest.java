package dev.lectern.content.authoring.domain.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private static final EmbedHosts HOSTS = new EmbedHosts(Set.of("player.vimeo.com"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org",
                "http://example.org:8080/a/b?c=d&e=f#g",
                "HTTPS://Example.ORG/",
                "https://[2001:db8::1]/",
                "https://192.0.2.1/",
                "https://de.wikipedia.org/wiki/Nyquist-Shannon-Abtasttheorem",
                "https://de.wikipedia.org/wiki/Gr\u00f6\u00dfe",
                "https://example.org/?q=%3Cscript%3E",
                "mailto:ines@example.org",
                "mailto:ines+signals@example.org?subject=Question%20about%20%22sine%22"
            })
    void leadsToPagesAndMailboxesAsTheyWereWritten(String address) {
        assertThat(Address.ofLink(address)).hasValue(new Address(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "//example.org",
                "/path",
                "",
                "https://user@example.org",
                "https:/example.org",
                "https://exam\u200bple.org",
                "mailto:a@b.org?cc=c@d.org",
                "mailto:a@b.org?subject=x%0aBcc:c@d.org"
            })
    void leadsNowhereElse(String address) {
        assertThat(Address.ofLink(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://player.vimeo.com/video/1?h=2#t=3s",
                "https://PLAYER.vimeo.com/video/1",
                "HTTPS://player.vimeo.com"
            })
    void showsPagesOfAListedHost(String address) {
        assertThat(Address.ofEmbed(address, HOSTS)).hasValue(new Address(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://player.vimeo.com/video/1",
                "https://vimeo.com/1",
                "https://player.vimeo.com./video/1",
                "https://player.vimeo.com:443/video/1",
                "https://player.vimeo.com@evil.example/video/1",
                "https://a.player.vimeo.com/",
                "https://player.vimeo.com.evil.example/",
                "mailto:a@player.vimeo.com"
            })
    void showsNothingOfAnyOther(String address) {
        assertThat(Address.ofEmbed(address, HOSTS)).isEmpty();
    }
}
