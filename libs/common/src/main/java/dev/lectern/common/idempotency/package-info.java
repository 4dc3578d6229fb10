/// The same request sent twice has one effect and one answer.
@NullMarked
package dev.lectern.common.idempotency;

import org.jspecify.annotations.NullMarked;
