package dev.lectern.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    private static final String KEY = "bGVjdGVybi10ZXN0cy1zaWduLXdpdGgtdGhpcy1rZXk";
    private static final String RETIRED = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    @ParameterizedTest
    @CsvSource({
        "https://lectern.example, did:web:lectern.example",
        "http://localhost:3000, did:web:localhost%3A3000",
        "https://learn.lectern.example:8443, did:web:learn.lectern.example%3A8443"
    })
    void isNamedByTheAddressOfThePlatform(String origin, String did) {
        var issuer = issuer(origin, KEY, List.of());

        assertThat(issuer.did()).isEqualTo(did);
        assertThat(issuer.document().getString("id")).isEqualTo(did);
        assertThat(issuer.verificationMethod()).startsWith(did + "#z6Mk");
    }

    @Test
    void stillAnswersForTheKeysItSignedWithBefore() {
        var document = issuer("https://lectern.example", KEY, List.of(RETIRED)).document();

        var methods = document.getJsonArray("verificationMethod");
        assertThat(methods).hasSize(2);
        assertThat(methods.getJsonObject(1).getString("publicKeyMultibase")).isEqualTo(RETIRED);
        assertThat(methods.getValuesAs(JsonValue::asJsonObject))
                .allSatisfy(method -> {
                    assertThat(method.getString("type")).isEqualTo("Multikey");
                    assertThat(method.getString("controller")).isEqualTo("did:web:lectern.example");
                    assertThat(document.getJsonArray("assertionMethod")).contains(method.get("id"));
                });
    }

    @Test
    void signsWithTheNewKeyAlone() {
        var before = issuer("https://lectern.example", KEY, List.of());
        var after =
                issuer(
                        "https://lectern.example",
                        "yW756hDF5BTEcXI6_53nLDX6W3D66X6IMuysfS4rjtY",
                        List.of(before.verificationMethod().split("#", -1)[1]));

        assertThat(after.verificationMethod()).endsWith("#" + RETIRED);
        assertThat(after.document().getJsonArray("assertionMethod").toString())
                .contains(before.verificationMethod(), after.verificationMethod());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ", "no base64 at all!", KEY + "AAAA"})
    void doesNotBeginWithAKeyThatIsNone(String key) {
        assertThatThrownBy(() -> issuer("https://lectern.example", key, List.of()))
                .hasMessageContaining("lectern.certificates.signing-key")
                .hasMessageNotContaining(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "z6Mk",
                "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ",
                "u6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
                "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP"
            })
    void doesNotAnswerForAKeyThatIsNone(String retired) {
        assertThatThrownBy(() -> issuer("https://lectern.example", KEY, List.of(retired)))
                .hasMessageContaining("not an Ed25519 public key");
    }

    private static Issuer issuer(String origin, String key, List<String> retired) {
        var settings = new SigningSettings(URI.create(origin), key, retired);
        return new Issuer(settings, new SigningKeys(settings));
    }
}
