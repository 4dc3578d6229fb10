/// What courses cost, and who has bought them. Words used here: a **price** is set by the authors
/// of a course, tax included; of each sale its author gets a **share** of what is left without the
/// tax, the **net**; an **order** is one learner's purchase of a place in a run; a **checkout** is
/// the page it is paid on; a **refund** is its money on the way back; the **ledger** says where all
/// money stands.
@NullMarked
package dev.lectern.payment;

import org.jspecify.annotations.NullMarked;
