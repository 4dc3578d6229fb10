/// Events, in and out.
@NullMarked
package dev.lectern.certificate.messaging;

import org.jspecify.annotations.NullMarked;
