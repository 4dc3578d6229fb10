/// Delivery over REST.
@NullMarked
package dev.lectern.content.delivery.web;

import org.jspecify.annotations.NullMarked;
