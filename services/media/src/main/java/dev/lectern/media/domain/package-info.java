/// The rules of videos and captions.
@NullMarked
package dev.lectern.media.domain;

import org.jspecify.annotations.NullMarked;
