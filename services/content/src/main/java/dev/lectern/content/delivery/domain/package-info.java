/// Who a lesson is open to.
@NullMarked
package dev.lectern.content.delivery.domain;

import org.jspecify.annotations.NullMarked;
