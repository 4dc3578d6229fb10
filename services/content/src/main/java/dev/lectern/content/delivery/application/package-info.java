/// The use cases of delivery.
@NullMarked
package dev.lectern.content.delivery.application;

import org.jspecify.annotations.NullMarked;
