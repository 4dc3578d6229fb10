package dev.lectern.certificate.application;

import dev.lectern.certificate.signing.Issuer;
import dev.lectern.certificate.signing.LinkedData;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// A certificate as an Open Badge 3.0, before it is signed.
@Component
class CredentialDocument {

    private final CertificateSettings settings;
    private final Issuer issuer;

    CredentialDocument(CertificateSettings settings, Issuer issuer) {
        this.settings = settings;
        this.issuer = issuer;
    }

    JsonObject of(CredentialFacts facts) {
        var document =
                Json.createObjectBuilder()
                        .add("@context", array(LinkedData.CREDENTIALS, LinkedData.OPEN_BADGES))
                        .add("id", settings.credentialUrl(facts.code()))
                        .add("type", array("VerifiableCredential", "OpenBadgeCredential"))
                        .add("name", "Certificate of completion: " + facts.courseTitle())
                        .add("issuer", issuer())
                        .add("validFrom", text(facts.issuedAt()));
        if (facts.expiresAt() != null) {
            document.add("validUntil", text(facts.expiresAt()));
        }
        return document.add("credentialSubject", subject(facts))
                .add("credentialStatus", status(facts))
                .build();
    }

    private JsonObjectBuilder issuer() {
        return Json.createObjectBuilder()
                .add("id", issuer.did())
                .add("type", array("Profile"))
                .add("name", settings.issuer())
                .add("url", settings.publicOrigin().toString());
    }

    private static JsonObjectBuilder subject(CredentialFacts facts) {
        return Json.createObjectBuilder()
                .add("type", array("AchievementSubject"))
                .add("identifier", Json.createArrayBuilder().add(name(facts)).add(account(facts)))
                // Only the day is known; the standard wants a time.
                .add("activityEndDate", facts.completedOn() + "T00:00:00Z")
                .add("achievement", achievement(facts));
    }

    /// The name the certificate shows to everybody who checks it.
    private static JsonObjectBuilder name(CredentialFacts facts) {
        return Json.createObjectBuilder()
                .add("type", "IdentityObject")
                .add("hashed", false)
                .add("identityHash", facts.holderName())
                .add("identityType", "name");
    }

    /// Lets the holder prove to be the one with this account, and nobody guess who it is.
    private static JsonObjectBuilder account(CredentialFacts facts) {
        return Json.createObjectBuilder()
                .add("type", "IdentityObject")
                .add("hashed", true)
                .add("identityHash", "sha256$" + sha256(facts.learnerId() + facts.salt()))
                .add("identityType", "systemId")
                .add("salt", facts.salt());
    }

    private static JsonObjectBuilder achievement(CredentialFacts facts) {
        return Json.createObjectBuilder()
                .add("id", "urn:uuid:" + facts.courseId())
                .add("type", array("Achievement"))
                .add("achievementType", "Course")
                .add("name", facts.courseTitle())
                .add("description", "The course " + facts.courseTitle() + ", completed.")
                .add("version", Integer.toString(facts.courseVersion()))
                .add(
                        "criteria",
                        Json.createObjectBuilder()
                                .add(
                                        "narrative",
                                        "Every required lesson of this version of the course was completed, and its final quiz passed where it has one."));
    }

    private JsonObjectBuilder status(CredentialFacts facts) {
        var list = settings.statusListUrl(facts.statusList());
        return Json.createObjectBuilder()
                .add("id", list + "#" + facts.statusPlace())
                .add("type", "BitstringStatusListEntry")
                .add("statusPurpose", "revocation")
                .add("statusListIndex", Integer.toString(facts.statusPlace()))
                .add("statusListCredential", list);
    }

    private static JsonArrayBuilder array(String... texts) {
        var array = Json.createArrayBuilder();
        for (var text : texts) {
            array.add(text);
        }
        return array;
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
