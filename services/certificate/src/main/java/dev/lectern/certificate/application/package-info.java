/// Issuing, listing, printing and verifying.
@NullMarked
package dev.lectern.certificate.application;

import org.jspecify.annotations.NullMarked;
