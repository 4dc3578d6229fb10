/// What happens after a commit and when a time is over.
@NullMarked
package dev.lectern.payment.selling.jobs;

import org.jspecify.annotations.NullMarked;
