/// Every operation the API documents name, and a request for each.
@NullMarked
package dev.lectern.acceptance.api;

import org.jspecify.annotations.NullMarked;
