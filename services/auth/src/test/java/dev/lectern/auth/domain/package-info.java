/// Tests of the rules, without Spring.
@NullMarked
package dev.lectern.auth.domain;

import org.jspecify.annotations.NullMarked;
