/// The rules of certificates.
@NullMarked
package dev.lectern.certificate.domain;

import org.jspecify.annotations.NullMarked;
