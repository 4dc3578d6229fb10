/// A service that is nothing but the shared parts; it borrows the name and the events of
/// certificate.
@NullMarked
package dev.lectern.sample;

import org.jspecify.annotations.NullMarked;
