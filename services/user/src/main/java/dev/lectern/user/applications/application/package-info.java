/// The use cases of applying and deciding.
@NullMarked
package dev.lectern.user.applications.application;

import org.jspecify.annotations.NullMarked;
