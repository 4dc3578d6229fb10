/// What only the operator of a platform may ask of its services, over their own endpoints.
@NullMarked
package dev.lectern.launcher.operator;

import org.jspecify.annotations.NullMarked;
