/// Activities in, tables out.
@NullMarked
package dev.lectern.analytics.web;

import org.jspecify.annotations.NullMarked;
