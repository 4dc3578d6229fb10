package dev.lectern.certificate.signing;

import com.apicatalog.multibase.Multibase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/// Data Integrity proofs of the suite `eddsa-rdfc-2022`.
@Component
public class Proofs {

    private static final String SUITE = "eddsa-rdfc-2022";

    private final SigningKeys keys;
    private final Issuer issuer;
    private final LinkedData linkedData = new LinkedData(new BundledContexts());

    Proofs(SigningKeys keys, Issuer issuer) {
        this.keys = keys;
        this.issuer = issuer;
    }

    /// The document with the proof that the issuer states it.
    public JsonObject prove(JsonObject document, Instant now) {
        var options = options(now);
        var signature = keys.sign(linkedData.digest(document, options));
        return Json.createObjectBuilder(document)
                .add(
                        "proof",
                        Json.createObjectBuilder(options)
                                .add("proofValue", Multibase.BASE_58_BTC.encode(signature)))
                .build();
    }

    private JsonObject options(Instant now) {
        return Json.createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", SUITE)
                .add("created", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", issuer.verificationMethod())
                .add("proofPurpose", "assertionMethod")
                .build();
    }
}
