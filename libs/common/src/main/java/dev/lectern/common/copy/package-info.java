/// What several services keep of their neighbours' facts, to decide without asking them. Each has
/// the tables in its own schema; whoever wants such a copy imports it and hears the events.
@NullMarked
package dev.lectern.common.copy;

import org.jspecify.annotations.NullMarked;
