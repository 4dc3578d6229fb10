/// What happens to a video after its upload.
@NullMarked
package dev.lectern.media.jobs;

import org.jspecify.annotations.NullMarked;
