/// Videos, from the announcement of a file to what a player plays. Words used here: an **upload**
/// is a file on its way from its owner's device straight to the object store; a **declared file**
/// is what the owner said of it beforehand, and what the bytes must be; a **rendition** is the
/// video in one height; a **caption** is the spoken word as text, in one language.
@NullMarked
package dev.lectern.media;

import org.jspecify.annotations.NullMarked;
