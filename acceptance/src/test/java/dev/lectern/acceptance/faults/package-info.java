/// What may break on the way, and that nothing is lost or done twice when it does. No hook in the
/// product: a stopped broker or a held row keeps a service where it is to be killed.
@NullMarked
package dev.lectern.acceptance.faults;

import org.jspecify.annotations.NullMarked;
