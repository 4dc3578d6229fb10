/// Authoring's events, and everything course tells this service.
@NullMarked
package dev.lectern.assessment.authoring.messaging;

import org.jspecify.annotations.NullMarked;
