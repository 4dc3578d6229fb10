/// The object store, for services that import {@link
/// dev.lectern.common.objects.ObjectStoreClients}.
@NullMarked
package dev.lectern.common.objects;

import org.jspecify.annotations.NullMarked;
