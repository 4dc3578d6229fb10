/// The JSON interface and the pages people sign in with.
@NullMarked
package dev.lectern.auth.web;

import org.jspecify.annotations.NullMarked;
