/// The infrastructure of one machine: Postgres, Redis, a broker and mail as plain Java objects.
///
/// A *part* is one of them, started in a *home*, the directory that keeps its data. A part's
/// processes are *owned*: written down, so that what a killed JVM left behind is ended at the next
/// start and nothing else ever is.
@NullMarked
package dev.lectern.embedded;

import org.jspecify.annotations.NullMarked;
