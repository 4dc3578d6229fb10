/// How much one caller may ask for: requests a minute and bytes a request.
@NullMarked
package dev.lectern.gateway.limits;

import org.jspecify.annotations.NullMarked;
