/// The few pages the gateway answers by itself.
@NullMarked
package dev.lectern.gateway.pages;

import org.jspecify.annotations.NullMarked;
