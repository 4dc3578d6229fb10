/// Reviews over REST.
@NullMarked
package dev.lectern.review.web;

import org.jspecify.annotations.NullMarked;
