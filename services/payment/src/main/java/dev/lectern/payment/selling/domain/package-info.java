/// The rules of orders, refunds and the ledger.
@NullMarked
package dev.lectern.payment.selling.domain;

import org.jspecify.annotations.NullMarked;
