package dev.lectern.certificate.signing;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who signs, and with what.
///
/// @param publicOrigin where the document of the issuer is fetched from, which is also its name
/// @param signingKey the private key that signs from now on: 32 random bytes in base64url
/// @param retiredKeys the public keys that signed before, as Multikeys; what they signed stays
///   valid as long as they are listed
@ConfigurationProperties("lectern.certificates")
record SigningSettings(
        URI publicOrigin, String signingKey, @DefaultValue List<String> retiredKeys) {

    SigningSettings {
        retiredKeys = List.copyOf(retiredKeys);
    }
}
