/// The object store and ffmpeg, each in its own language.
@NullMarked
package dev.lectern.media.integration;

import org.jspecify.annotations.NullMarked;
