/// Authoring over REST.
@NullMarked
package dev.lectern.content.authoring.web;

import org.jspecify.annotations.NullMarked;
