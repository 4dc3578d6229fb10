/// What speaks another language: OpenID Connect, SMTP, the user service.
@NullMarked
package dev.lectern.auth.integration;

import org.jspecify.annotations.NullMarked;
