/// The events of the platform. Each is a record and one committed JSON sample, owned by its
/// producer; the JSON is the contract, the record only its Java reading.
@NullMarked
package dev.lectern.events;

import org.jspecify.annotations.NullMarked;
