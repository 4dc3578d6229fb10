/// The use cases of authoring.
@NullMarked
package dev.lectern.content.authoring.application;

import org.jspecify.annotations.NullMarked;
