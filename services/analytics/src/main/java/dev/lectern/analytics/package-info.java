/// What happened on the platform, kept once and counted. Words used here: an **event** is a fact
/// another service told or an activity a client sent; the **log** has each once; the **lake** is
/// the log in the object store; a **pseudonym** stands for a person everywhere here; a **fact** is
/// what an event says of one thing, kept once for that thing; a **table** is facts counted.
@NullMarked
package dev.lectern.analytics;

import org.jspecify.annotations.NullMarked;
