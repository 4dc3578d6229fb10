package dev.lectern.certificate.application;

import java.net.URI;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What is stated on every certificate beside its own facts.
///
/// @param publicOrigin where anybody can check it
/// @param issuer who states what it says
/// @param validFor how long a new one is good, null for ever
@ConfigurationProperties("lectern.certificates")
record CertificateSettings(URI publicOrigin, String issuer, @Nullable Period validFor) {

    /// Where the certificate with this code is checked.
    String verifyUrl(String code) {
        return publicOrigin + "/verify/" + code;
    }

    /// Where the signed form of the certificate with this code lies.
    String credentialUrl(String code) {
        return publicOrigin + "/api/v1/verify/" + code + "/credential";
    }

    /// Where the status list with this number lies.
    String statusListUrl(int number) {
        return publicOrigin + "/api/v1/verify/status-lists/" + number;
    }

    /// When what is issued now ends, null for never.
    @Nullable Instant expiryFrom(Instant now) {
        return validFor == null ? null : now.atOffset(ZoneOffset.UTC).plus(validFor).toInstant();
    }
}
