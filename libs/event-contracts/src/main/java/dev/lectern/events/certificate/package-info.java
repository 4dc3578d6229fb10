/// Proofs of completion.
@NullMarked
package dev.lectern.events.certificate;

import org.jspecify.annotations.NullMarked;
