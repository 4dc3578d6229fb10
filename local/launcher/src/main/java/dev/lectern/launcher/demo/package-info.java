/// Demo data: what `up --demo` writes into a running platform, through its public API and as the
/// people concerned. Every step looks first and does only what is missing.
@NullMarked
package dev.lectern.launcher.demo;

import org.jspecify.annotations.NullMarked;
