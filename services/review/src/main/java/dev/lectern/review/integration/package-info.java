/// The user service, which knows names.
@NullMarked
package dev.lectern.review.integration;

import org.jspecify.annotations.NullMarked;
