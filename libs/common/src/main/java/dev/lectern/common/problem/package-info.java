/// How a refusal becomes an answer: RFC 9457 problems with one stable code each.
@NullMarked
package dev.lectern.common.problem;

import org.jspecify.annotations.NullMarked;
