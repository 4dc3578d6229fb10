/// What learners and the payment provider may ask.
@NullMarked
package dev.lectern.payment.selling.web;

import org.jspecify.annotations.NullMarked;
