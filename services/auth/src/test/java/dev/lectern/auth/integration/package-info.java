/// Tests of what speaks other languages.
@NullMarked
package dev.lectern.auth.integration;

import org.jspecify.annotations.NullMarked;
