/// How the gateway says no: one code, one status, one body for every refusal of its own.
@NullMarked
package dev.lectern.gateway.problem;

import org.jspecify.annotations.NullMarked;
