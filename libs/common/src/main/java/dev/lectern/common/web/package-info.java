/// The conventions of our HTTP interface: strict JSON, paging, ETags, bounded bodies.
@NullMarked
package dev.lectern.common.web;

import org.jspecify.annotations.NullMarked;
