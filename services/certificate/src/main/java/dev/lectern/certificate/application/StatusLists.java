package dev.lectern.certificate.application;

import com.apicatalog.multibase.Multibase;
import dev.lectern.certificate.domain.StatusPlace;
import dev.lectern.certificate.signing.Issuer;
import dev.lectern.certificate.signing.LinkedData;
import dev.lectern.certificate.signing.Proofs;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which certificates were revoked, as signed lists of bits: whoever fetches one tells nobody which
/// certificate is being checked.
@Component
public class StatusLists {

    /// How long a verifier may go on with what it has fetched. With the time the answer may lie in
    /// a cache, a revocation is seen everywhere within a minute.
    public static final Duration GOOD_FOR = Duration.ofSeconds(30);

    /// So that its date tells how old a list is, it is signed anew now and then.
    private static final Duration SIGNED_FOR = Duration.ofMinutes(5);

    private record Signed(int revoked, Instant at, String text) {

        boolean tells(int revokedNow, Instant now) {
            return revoked == revokedNow && now.isBefore(at.plus(SIGNED_FOR));
        }
    }

    private final Map<Integer, Signed> latest = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final CertificateSettings settings;
    private final Issuer issuer;
    private final Proofs proofs;
    private final Clock clock;

    StatusLists(
            JdbcClient jdbc,
            CertificateSettings settings,
            Issuer issuer,
            Proofs proofs,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.issuer = issuer;
        this.proofs = proofs;
        this.clock = clock;
    }

    /// The list with this number as it stands now, empty where no certificate is in it.
    public Optional<String> withNumber(int number) {
        return exists(number) ? Optional.of(current(number)) : Optional.empty();
    }

    /// What is revoked stays revoked, so their number alone tells whether anything has changed.
    private String current(int number) {
        var revoked = revokedIn(number);
        var now = clock.instant();
        var known = latest.get(number);
        if (known != null && known.tells(revoked.size(), now)) {
            return known.text();
        }
        var signed = new Signed(revoked.size(), now, sign(number, revoked, now));
        latest.put(number, signed);
        return signed.text();
    }

    private boolean exists(int number) {
        return jdbc.sql("select exists (select 1 from status_place where list = :list)")
                .param("list", number)
                .query(Boolean.class)
                .single();
    }

    private List<Integer> revokedIn(int number) {
        return jdbc.sql(
                        """
                        select status_place from certificate
                        where status_list = :list and status = 'REVOKED'
                        """)
                .param("list", number)
                .query(Integer.class)
                .list();
    }

    private String sign(int number, List<Integer> revoked, Instant now) {
        return proofs.prove(document(number, revoked, now), now).toString();
    }

    private JsonObject document(int number, List<Integer> revoked, Instant now) {
        var url = settings.statusListUrl(number);
        return Json.createObjectBuilder()
                .add("@context", Json.createArrayBuilder().add(LinkedData.CREDENTIALS))
                .add("id", url)
                .add(
                        "type",
                        Json.createArrayBuilder()
                                .add("VerifiableCredential")
                                .add("BitstringStatusListCredential"))
                .add("issuer", issuer.did())
                .add("validFrom", now.truncatedTo(ChronoUnit.SECONDS).toString())
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("id", url + "#list")
                                .add("type", "BitstringStatusList")
                                .add("statusPurpose", "revocation")
                                .add("ttl", GOOD_FOR.toMillis())
                                .add("encodedList", encode(revoked)))
                .build();
    }

    /// The first place is the highest bit of the first byte.
    private static String encode(List<Integer> places) {
        var bits = new byte[StatusPlace.PLACES / Byte.SIZE];
        for (var place : places) {
            bits[place / Byte.SIZE] |= (byte) (0x80 >> place % Byte.SIZE);
        }
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written outside of the memory", e);
        }
        return Multibase.BASE_64_URL.encode(packed.toByteArray());
    }
}
