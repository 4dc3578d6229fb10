/// The rules of applying and deciding.
@NullMarked
package dev.lectern.user.applications.domain;

import org.jspecify.annotations.NullMarked;
