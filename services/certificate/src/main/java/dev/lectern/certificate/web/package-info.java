/// Certificates over REST, and the page that verifies them.
@NullMarked
package dev.lectern.certificate.web;

import org.jspecify.annotations.NullMarked;
