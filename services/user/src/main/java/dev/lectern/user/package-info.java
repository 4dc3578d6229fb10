/// Who the people of the platform are. Words used here: a **profile** is what a person tells of
/// themselves, made from the registration; the **display name** is the one others see and
/// certificates carry; an **application** is a learner asking to teach; a **decision** approves or
/// rejects it, once, and stays on the **audit** record. Accounts, passwords and roles belong to
/// auth.
@NullMarked
package dev.lectern.user;

import org.jspecify.annotations.NullMarked;
