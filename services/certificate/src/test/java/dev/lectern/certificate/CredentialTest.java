package dev.lectern.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.certificate.offline.Verifier;
import dev.lectern.client.Client;
import dev.lectern.testing.identity.ForgedTokens;
import dev.lectern.testing.identity.TestIdentity;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The signed form of a certificate, as its holder gets it and anybody checks it.
class CredentialTest extends CertificateServiceTest {

    private static final String CERTIFICATES = "/api/v1/certificates/";
    private static final String VERIFY = "/api/v1/verify/";
    private static final String LISTS = VERIFY + "status-lists/";
    private static final String DID = "/.well-known/did.json";
    private static final String ISSUER = "did:web:localhost%3A3000";

    @Test
    void statesAsAnOpenBadgeWhatTheCertificateStates() throws Exception {
        var issued = issue(learner, "Łukasz Żółć");

        var credential = Verifier.parse(ofHolder(issued));

        assertThat(credential.getJsonArray("@context").toString())
                .isEqualTo(
                        "[\"https://www.w3.org/ns/credentials/v2\",\"https://purl.imsglobal.org/spec/vc/ob/v3p0/context-3.0.3.json\"]");
        assertThat(credential.getJsonArray("type").toString())
                .isEqualTo("[\"VerifiableCredential\",\"OpenBadgeCredential\"]");
        assertThat(credential.getString("id"))
                .isEqualTo("http://localhost:3000/api/v1/verify/" + issued.code() + "/credential");
        assertThat(credential.getJsonObject("issuer").getString("id")).isEqualTo(ISSUER);
        assertThat(credential.getJsonObject("issuer").getString("name")).isEqualTo("Lectern");
        assertThat(Instant.parse(credential.getString("validFrom"))).isBefore(Instant.now());
        assertThat(credential).doesNotContainKey("validUntil");

        var subject = credential.getJsonObject("credentialSubject");
        assertThat(subject.getString("activityEndDate")).isEqualTo("2026-10-02T00:00:00Z");
        var achievement = subject.getJsonObject("achievement");
        assertThat(achievement.getString("id")).isEqualTo("urn:uuid:" + course);
        assertThat(achievement.getString("name")).isEqualTo("Signals and Sampling");
        assertThat(achievement.getString("version")).isEqualTo("1");
        assertThat(achievement.getJsonObject("criteria").getString("narrative")).isNotBlank();
        assertThat(credential.getJsonObject("credentialStatus").getString("statusPurpose"))
                .isEqualTo("revocation");
    }

    @Test
    void namesItsHolderAsTheCertificateDoesAndHidesTheRest() throws Exception {
        var issued = issue(learner, "Łukasz Żółć");

        var credential = Verifier.parse(ofHolder(issued));

        var identifiers =
                credential
                        .getJsonObject("credentialSubject")
                        .getJsonArray("identifier")
                        .getValuesAs(JsonValue::asJsonObject);
        assertThat(identifiers).hasSize(2);
        assertThat(identifiers.getFirst().getString("identityHash")).isEqualTo("Łukasz Żółć");
        assertThat(identifiers.getFirst().getBoolean("hashed")).isFalse();
        var account = identifiers.getLast();
        assertThat(account.getBoolean("hashed")).isTrue();
        assertThat(account.getString("identityHash"))
                .isEqualTo("sha256$" + sha256(learner + account.getString("salt")));
        assertThat(credential.toString())
                .doesNotContain(learner.toString(), "ida@example.org", issued.id().toString());
        assertThat(credential.getJsonObject("credentialSubject")).doesNotContainKey("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Łukasz Żółć",
                "ليلى حداد",
                "O'Neill \"the \\ best\" <b>&amp;</b>",
                "明 𝒜𝓂𝓎 😀",
                "e\u0301 \u202eabc\u202c \u007f \u00a0 \ufffd"
            })
    void isValidWithNothingButBytesFetchedBefore(String name) throws Exception {
        var issued = issue(learner, name);
        var credential = ofHolder(issued);
        var list = fetch(listOf(credential), null, null).body();
        var did = fetch(DID, null, null).body();

        assertThat(new Verifier(did).isValid(credential, list, Instant.now())).isTrue();
    }

    @Test
    void isInvalidWithAnyOneByteChanged() throws Exception {
        var credential = ofHolder(issue(learner, "Ida Ł. Berg"));
        var list = fetch(listOf(credential), null, null).body();
        var verifier = new Verifier(fetch(DID, null, null).body());
        var now = Instant.now();

        assertThat(verifier.isValid(credential, list, now)).isTrue();
        assertThat(
                        changesNobodyNotices(
                                credential, changed -> verifier.isValid(changed, list, now)))
                .isEmpty();
        assertThat(
                        changesNobodyNotices(
                                list, changed -> verifier.isValid(credential, changed, now)))
                .isEmpty();
    }

    /// What surrounds each byte that may be another one: a letter of the other case, or whatever
    /// stands beside it.
    private static List<String> changesNobodyNotices(byte[] bytes, Predicate<byte[]> isValid) {
        return IntStream.range(0, bytes.length)
                .parallel()
                .filter(place ->
                        isValid.test(
                                Verifier.changedAt(
                                        bytes,
                                        place,
                                        Character.isLetter(bytes[place]) ? 0x20 : 0x01)))
                .mapToObj(place ->
                        new String(
                                bytes,
                                Math.max(0, place - 20),
                                Math.min(40, bytes.length - place),
                                StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void isInvalidUnderAnyOtherKeyOrIssuer() throws Exception {
        var credential = ofHolder(issue(learner, "Ida Berg"));
        var list = fetch(listOf(credential), null, null).body();
        var did = new String(fetch(DID, null, null).body(), StandardCharsets.UTF_8);
        var key =
                Verifier.parse(did.getBytes(StandardCharsets.UTF_8))
                        .getJsonArray("verificationMethod")
                        .getJsonObject(0)
                        .getString("publicKeyMultibase");
        var stranger = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";

        for (var other :
                List.of(
                        did.replace(
                                "\"publicKeyMultibase\":\"" + key,
                                "\"publicKeyMultibase\":\"" + stranger),
                        did.replace(key, stranger),
                        did.replace(ISSUER, "did:web:attacker.example"),
                        did.replace("assertionMethod", "authentication"))) {
            assertThat(other).isNotEqualTo(did);
            assertThat(
                            new Verifier(other.getBytes(StandardCharsets.UTF_8))
                                    .isValid(credential, list, Instant.now()))
                    .isFalse();
        }
    }

    @Test
    void isInvalidOnceItWasRevokedAndTheListFetchedAgain() throws Exception {
        var issued = issue(learner, "Ida Berg");
        var other = issue(UUID.randomUUID(), "Somebody else");
        var credential = ofHolder(issued);
        var ofOther = byCode(other.code()).body();
        var verifier = new Verifier(fetch(DID, null, null).body());
        var before = fetch(listOf(credential), null, null).body();

        revoke(issued.id());
        var after = fetch(listOf(credential), null, null).body();

        assertThat(verifier.isValid(credential, before, Instant.now())).isTrue();
        assertThat(verifier.isValid(credential, after, Instant.now())).isFalse();
        assertThat(verifier.isValid(ofHolder(issued), after, Instant.now())).isFalse();
        assertThat(verifier.isValid(ofOther, after, Instant.now())).isTrue();
        assertThat(Verifier.bit(Verifier.parse(after), placeOf(credential))).isTrue();
    }

    @Test
    void endsWhenTheCertificateExpires() throws Exception {
        var issued = issue(learner, "Ida Berg");
        database.sql("update certificate set expires_at = '2026-12-31T00:00:00Z' where id = :id")
                .param("id", issued.id())
                .update();

        var credential = ofHolder(issued);

        assertThat(Verifier.parse(credential).getString("validUntil"))
                .isEqualTo("2026-12-31T00:00:00Z");
        var list = fetch(listOf(credential), null, null).body();
        var verifier = new Verifier(fetch(DID, null, null).body());
        assertThat(verifier.isValid(credential, list, Instant.parse("2026-12-30T00:00:00Z")))
                .isTrue();
        assertThat(verifier.isValid(credential, list, Instant.parse("2027-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void statesTheSameToWhoeverHasTheCode() throws Exception {
        var issued = issue(learner, "Ida Berg");

        var answer = byCode(issued.code());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vc+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(withoutProof(answer.body())).isEqualTo(withoutProof(ofHolder(issued)));
        var page = new Client(port).get("/api/v1/verify/" + issued.code());
        assertThat(page.text("credentialUrl"))
                .isEqualTo(Verifier.parse(answer.body()).getString("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "application/vc+json, 200",
        "application/ld+json, 200",
        "application/json, 200",
        "*/*, 200",
        "text/html, 406"
    })
    void comesUnderOneNameWhicheverIsAskedFor(String accept, int status) throws Exception {
        var issued = issue(learner, "Ida Berg");
        var path = CERTIFICATES + issued.id() + "/credential";

        var answer = fetch(path, TestIdentity.tokenOf(learner, "learner"), accept);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 200) {
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vc+json");
        }
    }

    @Test
    void isNobodyElsesToFetch() {
        var issued = issue(learner, "Ida Berg");
        var path = CERTIFICATES + issued.id() + "/credential";

        for (var role : List.of("learner", "instructor", "moderator", "support", "admin")) {
            var answer =
                    new Client(port).as(TestIdentity.tokenOf(UUID.randomUUID(), role)).get(path);

            assertThat(answer.status()).as(role).isEqualTo(404);
            assertThat(answer.code()).isEqualTo("NOT_FOUND");
        }
        assertThat(new Client(port).get(path).status()).isEqualTo(401);
        assertThat(
                        new Client(port)
                                .as(TestIdentity.serviceTokenFor("certificate"))
                                .get(path)
                                .status())
                .isEqualTo(401);
        ForgedTokens.areRefusedAt(new Client(port), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CERTIFICATES + "0199a3c0-1f00-7a10-8b00-000000000001/credential",
                CERTIFICATES + "signals/credential",
                VERIFY + "00000000000000000000000000/credential",
                VERIFY + "x/credential",
                VERIFY + "status-lists/credential",
                LISTS + "999999",
                LISTS + "0",
                LISTS + "-1",
                LISTS + "signals",
                LISTS + "99999999999999999999"
            })
    void isNotThereForWhatWasNeverGivenOut(String path) {
        var answer = as(learner).with("Accept", "application/vc+json, */*").get(path);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void isCheckedWithKeysAnybodyGets() throws Exception {
        var answer = fetch(DID, null, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/did+ld+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        var did = Verifier.parse(answer.body());
        assertThat(did.getString("id")).isEqualTo(ISSUER);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain(SIGNING_KEY);
    }

    @Test
    void isInAListThatShowsNobodyAndIsFetchedAgainWithinAMinute() throws Exception {
        var credential = ofHolder(issue(learner, "Ida Berg"));

        var answer = fetch(listOf(credential), null, null);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vc+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=30, public");
        var list = Verifier.parse(answer.body());
        assertThat(list.getJsonArray("type").toString())
                .isEqualTo("[\"VerifiableCredential\",\"BitstringStatusListCredential\"]");
        assertThat(list.getString("issuer")).isEqualTo(ISSUER);
        assertThat(list.getJsonObject("credentialSubject").getInt("ttl")).isEqualTo(30_000);
        assertThat(list.getJsonObject("credentialSubject").getString("encodedList"))
                .startsWith("u");
        assertThat(Verifier.bits(list)).hasSize(16 * 1024);
        assertThat(fetch(listOf(credential), null, null).body()).isEqualTo(answer.body());
    }

    private byte[] ofHolder(Issued issued) throws Exception {
        var answer =
                fetch(
                        CERTIFICATES + issued.id() + "/credential",
                        TestIdentity.tokenOf(learner, "learner"),
                        null);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<byte[]> byCode(String code) throws Exception {
        return fetch(VERIFY + code + "/credential", null, null);
    }

    /// Where the list of a credential lies, at this service instead of the public address.
    private static String listOf(byte[] credential) {
        return URI.create(status(credential).getString("statusListCredential")).getPath();
    }

    private static int placeOf(byte[] credential) {
        return Integer.parseInt(status(credential).getString("statusListIndex"));
    }

    private static JsonObject status(byte[] credential) {
        return Verifier.parse(credential).getJsonObject("credentialStatus");
    }

    private static String withoutProof(byte[] credential) {
        return new String(credential, StandardCharsets.UTF_8).split(",\"proof\":", 2)[0];
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
