/// What the object store of this machine cannot do by itself.
@NullMarked
package dev.lectern.launcher.storage;

import org.jspecify.annotations.NullMarked;
