/// What learning earns. Words used here: a **rule** says what an act is worth, in versions; an
/// **entry** is a line of the ledger, which is only ever added to; a **reversal** is an entry that
/// takes another back; an **account** is what one learner has beside points: badges, streak, and
/// how they are seen; a **board** orders learners of a scope (all, or a course) in a period (all
/// time, or a week).
@NullMarked
package dev.lectern.gamification;

import org.jspecify.annotations.NullMarked;
