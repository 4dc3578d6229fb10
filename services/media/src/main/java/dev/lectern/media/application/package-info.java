/// What can be done with videos, and the ports it takes.
@NullMarked
package dev.lectern.media.application;

import org.jspecify.annotations.NullMarked;
