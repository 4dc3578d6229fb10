package dev.lectern.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

class LinkedDataTest {

    private final LinkedData linkedData = new LinkedData(new BundledContexts());

    @ParameterizedTest
    @CsvSource({
        "credentials-v2.json, 59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
        "ob-3.0.3.json, ef2fa9c7846dce233cc166b43639027278be4ee44f00bb1d45c75de2dd0cd761"
    })
    void isReadUnderContextsNobodyHasTouched(String file, String sha256) throws Exception {
        var bytes = new ClassPathResource("contexts/" + file).getContentAsByteArray();

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.w3.org/2018/credentials/v1",
        "http://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/v2/",
        "https://attacker.example/context.json",
        "file:///etc/passwd"
    })
    void isNotReadUnderAContextThatWouldHaveToBeFetched(String context) {
        assertThatThrownBy(() -> linkedData.canonical(credential(context, "name")))
                .hasStackTraceContaining("not among the bundled contexts");
    }

    @Test
    void isNotReadWhereASignatureWouldLeaveSomethingOut() {
        assertThatThrownBy(
                        () -> linkedData.canonical(credential(LinkedData.CREDENTIALS, "nickname")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(linkedData.canonical(credential(LinkedData.CREDENTIALS, "name")))
                .contains("<https://schema.org/name> \"Ida\"");
    }

    private static JsonObject credential(String context, String term) {
        var text =
                """
                {"@context": ["%s"], "id": "urn:example:1", "type": "VerifiableCredential", "%s": "Ida"}
                """
                        .formatted(context, term);
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
