package dev.lectern.certificate.signing;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.multibase.Multibase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/// The suite step by step against the test vectors its recommendation publishes.
class PublishedVectorsTest {

    private static final String PUBLIC_KEY = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

    /// The recommendation prints it as a Multikey; these are its bytes.
    private static final String PRIVATE_KEY = "yW756hDF5BTEcXI6_53nLDX6W3D66X6IMuysfS4rjtY";

    private final DocumentLoader bundled = new BundledContexts();
    private final LinkedData linkedData =
            new LinkedData((address, options) ->
                    address.toString().equals("https://www.w3.org/ns/credentials/examples/v2")
                            ? JsonDocument.of(
                                    new StringReader(
                                            """
                                            {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
                                            """))
                            : bundled.loadDocument(address, options));
    private final SigningKeys keys =
            new SigningKeys(
                    new SigningSettings(URI.create("https://vc.example"), PRIVATE_KEY, List.of()));
    private final JsonObject signed = json(read("signedDataInt.json"));
    private final JsonObject document = Json.createObjectBuilder(signed).remove("proof").build();
    private final JsonObject options =
            Json.createObjectBuilder(signed.getJsonObject("proof")).remove("proofValue").build();

    @Test
    void givesTheCanonicalDocument() {
        assertThat(linkedData.canonical(document)).isEqualTo(read("canonDocDataInt.txt"));
    }

    @Test
    void givesTheCanonicalOptions() {
        var config =
                Json.createObjectBuilder(options).add("@context", document.get("@context")).build();

        assertThat(linkedData.canonical(config)).isEqualTo(read("proofCanonDataInt.txt"));
    }

    @Test
    void givesBothHashesInTheirOrder() {
        assertThat(HexFormat.of().formatHex(linkedData.digest(document, options)))
                .isEqualTo(read("proofHashDataInt.txt") + read("docHashDataInt.txt"));
    }

    @Test
    void givesTheKeyAndTheSignature() {
        var signature = keys.sign(linkedData.digest(document, options));

        assertThat(keys.current().text()).isEqualTo(PUBLIC_KEY);
        assertThat(HexFormat.of().formatHex(signature)).isEqualTo(read("sigHexDataInt.txt"));
        assertThat(Multibase.BASE_58_BTC.encode(signature))
                .isEqualTo(signed.getJsonObject("proof").getString("proofValue"));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static String read(String file) {
        try {
            return new ClassPathResource("vectors/" + file)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
