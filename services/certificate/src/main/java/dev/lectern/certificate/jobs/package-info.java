/// Certificates are issued here, while nobody waits.
@NullMarked
package dev.lectern.certificate.jobs;

import org.jspecify.annotations.NullMarked;
