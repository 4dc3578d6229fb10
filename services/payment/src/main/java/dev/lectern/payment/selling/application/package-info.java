/// Use cases and processes of selling, and what they need of others.
@NullMarked
package dev.lectern.payment.selling.application;

import org.jspecify.annotations.NullMarked;
