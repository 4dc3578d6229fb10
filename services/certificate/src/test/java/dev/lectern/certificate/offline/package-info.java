/// Checking a credential with nothing but files, as somebody else would; journeys use it too.
@NullMarked
package dev.lectern.certificate.offline;

import org.jspecify.annotations.NullMarked;
