/// Applications over REST.
@NullMarked
package dev.lectern.user.applications.web;

import org.jspecify.annotations.NullMarked;
