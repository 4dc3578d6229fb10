/// The user service, which knows the names.
@NullMarked
package dev.lectern.certificate.integration;

import org.jspecify.annotations.NullMarked;
