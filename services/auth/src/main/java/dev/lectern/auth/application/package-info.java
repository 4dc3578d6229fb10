/// What one can ask of auth: use cases, processes, views and ports.
@NullMarked
package dev.lectern.auth.application;

import org.jspecify.annotations.NullMarked;
