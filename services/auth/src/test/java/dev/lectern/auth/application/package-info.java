/// Tests of what can be asked, without Spring.
@NullMarked
package dev.lectern.auth.application;

import org.jspecify.annotations.NullMarked;
