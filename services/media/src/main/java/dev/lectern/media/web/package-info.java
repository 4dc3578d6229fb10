/// Videos over HTTP.
@NullMarked
package dev.lectern.media.web;

import org.jspecify.annotations.NullMarked;
