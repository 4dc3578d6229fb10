/// A small HTTP client of the platform, for tests, journeys and demo data: it signs in as every API
/// client does, and hands out whole answers, whatever their status.
@NullMarked
package dev.lectern.client;

import org.jspecify.annotations.NullMarked;
