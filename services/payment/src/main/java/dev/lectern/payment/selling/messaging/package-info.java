/// What is told of sales and heard of enrollments and courses.
@NullMarked
package dev.lectern.payment.selling.messaging;

import org.jspecify.annotations.NullMarked;
