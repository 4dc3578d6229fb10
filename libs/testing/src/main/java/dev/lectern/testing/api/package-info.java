/// The OpenAPI document of a service, made from its controllers and held to the committed one.
@NullMarked
package dev.lectern.testing.api;

import org.jspecify.annotations.NullMarked;
