/// Orders, what is paid for them and what is given back.
@NullMarked
package dev.lectern.payment.selling;

import org.jspecify.annotations.NullMarked;
