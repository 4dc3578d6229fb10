/// Documents that prove themselves: linked data, made canonical and signed. It knows nothing of
/// certificates.
@NullMarked
package dev.lectern.certificate.signing;

import org.jspecify.annotations.NullMarked;
