package dev.lectern.certificate.application;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// What is printed on every certificate beside its own facts.
///
/// @param publicOrigin where anybody can check it
/// @param issuer who states what it says
@ConfigurationProperties("lectern.certificates")
record CertificateSettings(URI publicOrigin, String issuer) {

    /// Where the certificate with this code is checked.
    String verifyUrl(String code) {
        return publicOrigin + "/verify/" + code;
    }
}
