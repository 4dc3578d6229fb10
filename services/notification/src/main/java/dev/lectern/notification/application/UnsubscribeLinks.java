package dev.lectern.notification.application;

import dev.lectern.notification.domain.Channel;
import dev.lectern.notification.domain.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// The links that end one kind of mail for one person without a sign-in. They are signed, name
/// nobody, and do not run out: a mail may be read years later.
@Component
public class UnsubscribeLinks {

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern TOKEN =
            Pattern.compile("([0-9a-f-]{36})\\.([A-Z_]{1,40})\\.([A-Za-z0-9_-]{43})");

    private final NotificationSettings settings;
    private final SecretKeySpec key;

    UnsubscribeLinks(NotificationSettings settings) {
        this.settings = settings;
        this.key =
                new SecretKeySpec(
                        settings.unsubscribeKey().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /// Whose mail of which kind a link ends.
    public record Subscription(UUID user, Kind kind) {}

    Optional<URI> linkFor(UUID user, Kind kind) {
        if (kind.isFixedOn(Channel.EMAIL)) {
            return Optional.empty();
        }
        return Optional.of(
                UriComponentsBuilder.fromUri(settings.publicOrigin())
                        .path("/unsubscribe")
                        .queryParam("token", tokenOf(user, kind))
                        .build()
                        .toUri());
    }

    /// Empty for whatever was not signed here.
    public Optional<Subscription> read(String token) {
        var parts = TOKEN.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var signed = parts.group(1) + "." + parts.group(2);
        if (!MessageDigest.isEqual(
                signatureOf(signed).getBytes(StandardCharsets.US_ASCII),
                parts.group(3).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        // A kind that no longer exists has no mail to end.
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(parts.group(2)))
                .findFirst()
                .map(kind -> new Subscription(UUID.fromString(parts.group(1)), kind));
    }

    private String tokenOf(UUID user, Kind kind) {
        var signed = user + "." + kind;
        return signed + "." + signatureOf(signed);
    }

    private String signatureOf(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            mac.doFinal(("unsubscribe:" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
