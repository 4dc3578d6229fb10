@NullMarked
package dev.lectern.events;

import org.jspecify.annotations.NullMarked;
