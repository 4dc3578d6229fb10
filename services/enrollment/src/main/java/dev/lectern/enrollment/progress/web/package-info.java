/// Progress and access over REST.
@NullMarked
package dev.lectern.enrollment.progress.web;

import org.jspecify.annotations.NullMarked;
