/// Tokens for tests: a real key, a real key set over HTTP, real signatures.
@NullMarked
package dev.lectern.testing.identity;

import org.jspecify.annotations.NullMarked;
