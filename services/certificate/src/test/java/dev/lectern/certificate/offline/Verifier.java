package dev.lectern.certificate.offline;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.multibase.Multibase;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.springframework.core.io.ClassPathResource;

/// Somebody else's verifier: it knows the standards and the bytes it was given, nothing of this
/// service, and asks nobody. Whatever is not exactly right is invalid.
public final class Verifier {

    private static final Map<String, Document> CONTEXTS =
            Map.of(
                    "https://www.w3.org/ns/credentials/v2",
                    context("credentials-v2.json"),
                    "https://purl.imsglobal.org/spec/vc/ob/v3p0/context-3.0.3.json",
                    context("ob-3.0.3.json"));

    /// What every encoded Ed25519 public key of X.509 begins with.
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final byte[] didDocument;
    private final Map<String, String> canonical = new ConcurrentHashMap<>();

    public Verifier(byte[] didDocument) {
        this.didDocument = didDocument;
    }

    /// Whether the issuer states this, and has not taken it back as far as the list knows.
    public boolean isValid(byte[] credential, byte[] statusList, Instant now) {
        try {
            var document = parse(credential);
            var list = parse(statusList);
            return isOpenBadge(document)
                    && isProven(document)
                    && isProven(list)
                    && isOfOneIssuer(document, list)
                    && isInForce(document, now)
                    && isInForce(list, now)
                    && !isRevoked(document, list);
        } catch (Exception e) {
            return false;
        }
    }

    /// Whether it has what every Open Badge must have, under the very names of the standard: linked
    /// data knows some of them by two.
    private static boolean isOpenBadge(JsonObject document) {
        var subject = document.getJsonObject("credentialSubject");
        var achievement = subject.getJsonObject("achievement");
        return document.containsKey("id")
                && has(document, "VerifiableCredential")
                && has(document, "OpenBadgeCredential")
                && has(document.getJsonObject("issuer"), "Profile")
                && has(subject, "AchievementSubject")
                && !subject.getJsonArray("identifier").isEmpty()
                && has(achievement, "Achievement")
                && achievement.containsKey("id")
                && achievement.containsKey("name")
                && achievement.containsKey("description")
                && achievement.getJsonObject("criteria").containsKey("narrative");
    }

    private static boolean has(JsonObject node, String type) {
        return node.getJsonArray("type").getValuesAs(JsonString::getString).contains(type);
    }

    private boolean isProven(JsonObject document) throws Exception {
        var proof = document.getJsonObject("proof");
        var options = Json.createObjectBuilder(proof).remove("proofValue").build();
        if (!proof.getString("type").equals("DataIntegrityProof")
                || !proof.getString("cryptosuite").equals("eddsa-rdfc-2022")
                || !proof.getString("proofPurpose").equals("assertionMethod")) {
            return false;
        }
        var value = proof.getString("proofValue");
        if (!value.startsWith("z")) {
            return false;
        }
        var signature = Signature.getInstance("Ed25519");
        signature.initVerify(
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        keyOf(
                                                proof.getString("verificationMethod"),
                                                issuerOf(document)))));
        var config =
                Json.createObjectBuilder(options).add("@context", document.get("@context")).build();
        signature.update(sha256(canonical(config)));
        signature.update(
                sha256(canonical(Json.createObjectBuilder(document).remove("proof").build())));
        return signature.verify(Multibase.BASE_58_BTC.decode(value));
    }

    private byte[] keyOf(String method, String issuer) throws Exception {
        var did = parse(didDocument);
        if (!did.getString("id").equals(issuer)
                || did.getJsonArray("assertionMethod").getValuesAs(JsonString::getString).stream()
                        .noneMatch(method::equals)) {
            throw new IllegalArgumentException("not a key of the issuer");
        }
        var key =
                did.getJsonArray("verificationMethod").getValuesAs(JsonValue::asJsonObject).stream()
                        .filter(one -> one.getString("id").equals(method))
                        .filter(one -> one.getString("controller").equals(issuer))
                        .filter(one -> one.getString("type").equals("Multikey"))
                        .findFirst()
                        .orElseThrow()
                        .getString("publicKeyMultibase");
        var bytes = Multibase.BASE_58_BTC.decode(key);
        if (bytes.length != 34 || bytes[0] != (byte) 0xed || bytes[1] != 0x01) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return ByteBuffer.allocate(X509_PREFIX.length + 32)
                .put(X509_PREFIX)
                .put(bytes, 2, 32)
                .array();
    }

    private static boolean isOfOneIssuer(JsonObject document, JsonObject list) {
        return issuerOf(document).equals(issuerOf(list));
    }

    private static boolean isInForce(JsonObject document, Instant now) {
        return !now.isBefore(Instant.parse(document.getString("validFrom")))
                && !(document.containsKey("validUntil")
                        && now.isAfter(Instant.parse(document.getString("validUntil"))));
    }

    private static boolean isRevoked(JsonObject document, JsonObject list) throws Exception {
        var entry = document.getJsonObject("credentialStatus");
        var subject = list.getJsonObject("credentialSubject");
        if (!entry.getString("type").equals("BitstringStatusListEntry")
                || !subject.getString("type").equals("BitstringStatusList")
                || !entry.getString("statusListCredential").equals(list.getString("id"))
                || !entry.getString("statusPurpose").equals(subject.getString("statusPurpose"))) {
            throw new IllegalArgumentException("not the list of this credential");
        }
        return bit(list, Integer.parseInt(entry.getString("statusListIndex")));
    }

    public static boolean bit(JsonObject list, int index) throws Exception {
        var bits = bits(list);
        return (bits[index / 8] & (0x80 >> index % 8)) != 0;
    }

    public static byte[] bits(JsonObject list) throws Exception {
        var encoded = list.getJsonObject("credentialSubject").getString("encodedList");
        try (var gzip =
                new GZIPInputStream(
                        new ByteArrayInputStream(Multibase.BASE_64_URL.decode(encoded)))) {
            return gzip.readAllBytes();
        }
    }

    public static JsonObject parse(byte[] bytes) {
        try (var reader = Json.createReader(new ByteArrayInputStream(bytes))) {
            return reader.readObject();
        }
    }

    private static String issuerOf(JsonObject document) {
        var issuer = document.get("issuer");
        return issuer instanceof JsonString text
                ? text.getString()
                : document.getJsonObject("issuer").getString("id");
    }

    /// Of two documents that differ in one byte, most parts are the same.
    private String canonical(JsonObject document) {
        return canonical.computeIfAbsent(document.toString(), _ -> canonicalOf(document));
    }

    private static String canonicalOf(JsonObject document) {
        var options = new JsonLdOptions((address, loading) -> known(address.toString()));
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        try {
            var canon = RdfCanon.create("SHA-256");
            JsonLd.toRdf(JsonDocument.of(document)).options(options).provide(canon);
            var lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return lines.toString();
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Document known(String address) {
        if (!CONTEXTS.containsKey(address)) {
            throw new IllegalArgumentException("this verifier is not connected: " + address);
        }
        return CONTEXTS.get(address);
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Document context(String file) {
        try (var bytes = new ClassPathResource("contexts/" + file).getInputStream()) {
            return JsonDocument.of(bytes);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] changedAt(byte[] bytes, int place, int change) {
        var changed = Arrays.copyOf(bytes, bytes.length);
        changed[place] ^= (byte) change;
        return changed;
    }
}
