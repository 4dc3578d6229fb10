/// What people are told. Words used here: **news** is a fact of another service that concerns one
/// **recipient**; its **kind** decides text, link and mail; a **notification** is the news in the
/// recipient's inbox, a **mail** the same by SMTP; a **preference** switches a kind off for a
/// **channel**; a **signal** is a line on the recipient's live stream.
@NullMarked
package dev.lectern.notification;

import org.jspecify.annotations.NullMarked;
