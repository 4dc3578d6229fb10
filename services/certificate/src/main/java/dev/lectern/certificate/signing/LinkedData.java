package dev.lectern.certificate.signing;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// What a JSON-LD document states, in the one form that is signed: the lines of RDFC-1.0.
public final class LinkedData {

    /// The context of every Verifiable Credential.
    public static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";

    /// The context of Open Badges.
    public static final String OPEN_BADGES =
            "https://purl.imsglobal.org/spec/vc/ob/v3p0/context-3.0.3.json";

    private final DocumentLoader contexts;

    LinkedData(DocumentLoader contexts) {
        this.contexts = contexts;
    }

    /// A term no context knows would be left out silently, and so not be protected: it is refused.
    String canonical(JsonObject document) {
        var options = new JsonLdOptions(contexts);
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        try {
            var canon = RdfCanon.create("SHA-256");
            JsonLd.toRdf(JsonDocument.of(document)).options(options).provide(canon);
            var lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return lines.toString();
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalArgumentException("cannot be made canonical", e);
        }
    }

    /// What is signed: the hash of the proof's options, which are read under the context of the
    /// document, and that of the document.
    byte[] digest(JsonObject document, JsonObject options) {
        var config =
                Json.createObjectBuilder(options).add("@context", document.get("@context")).build();
        var sha256 = sha256();
        var ofOptions = sha256.digest(canonical(config).getBytes(StandardCharsets.UTF_8));
        var ofDocument = sha256.digest(canonical(document).getBytes(StandardCharsets.UTF_8));
        var both = Arrays.copyOf(ofOptions, ofOptions.length + ofDocument.length);
        System.arraycopy(ofDocument, 0, both, ofOptions.length, ofDocument.length);
        return both;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
