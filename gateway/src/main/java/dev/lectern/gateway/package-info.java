/// The front door of the platform: it finds the service a path belongs to, signs browsers in,
/// refuses what must not come further, and hands on the rest.
///
/// - **destination**: the service, or the page of a service, that a request path belongs to
/// - **caller**: whoever a valid token names, by its subject
/// - **browser session**: what the gateway keeps in Redis for a signed-in browser, tokens included
/// - **relay**: putting the session's access token on the request that goes to the service
/// - **pass-through**: requests that carry their own proof and are judged by the service alone
@NullMarked
package dev.lectern.gateway;

import org.jspecify.annotations.NullMarked;
