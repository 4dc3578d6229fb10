/// The seam for demo data: whoever provides a [DemoLoader] makes `--demo` appear.
@NullMarked
package dev.lectern.launcher.demo;

import org.jspecify.annotations.NullMarked;
