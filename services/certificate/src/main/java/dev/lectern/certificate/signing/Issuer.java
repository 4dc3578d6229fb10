package dev.lectern.certificate.signing;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import org.springframework.stereotype.Component;

/// Who states what a credential says: a `did:web`, so that whoever owns the address owns the name,
/// and the document at that address says which keys speak for it.
@Component
public class Issuer {

    /// Where the document of a `did:web` without a path lies.
    public static final String DOCUMENT = "/.well-known/did.json";

    private final String did;
    private final SigningKeys keys;
    private final JsonObject document;

    Issuer(SigningSettings settings, SigningKeys keys) {
        this.did = didOf(settings.publicOrigin());
        this.keys = keys;
        this.document = describe();
    }

    /// The name of the issuer.
    public String did() {
        return did;
    }

    /// Which keys speak for it: the one that signs, and those that did and are still believed.
    public JsonObject document() {
        return document;
    }

    /// The name of the key that signs.
    String verificationMethod() {
        return nameOf(keys.current());
    }

    private JsonObject describe() {
        var methods = Json.createArrayBuilder();
        var assertions = Json.createArrayBuilder();
        for (var key : keys.all()) {
            methods.add(
                    Json.createObjectBuilder()
                            .add("id", nameOf(key))
                            .add("type", "Multikey")
                            .add("controller", did)
                            .add("publicKeyMultibase", key.text()));
            assertions.add(nameOf(key));
        }
        return Json.createObjectBuilder()
                .add(
                        "@context",
                        Json.createArrayBuilder()
                                .add("https://www.w3.org/ns/did/v1")
                                .add("https://w3id.org/security/multikey/v1"))
                .add("id", did)
                .add("verificationMethod", methods)
                .add("assertionMethod", assertions)
                .build();
    }

    private String nameOf(Multikey key) {
        return did + "#" + key.text();
    }

    /// The colon before a port would begin a path, so it is written as a percent sign and its code.
    private static String didOf(URI origin) {
        var port = origin.getPort() < 0 ? "" : "%3A" + origin.getPort();
        return "did:web:" + origin.getHost() + port;
    }
}
