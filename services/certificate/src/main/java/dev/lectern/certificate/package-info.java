/// What learners have completed, on paper and for anybody to check. Words used here: a
/// **completion** is what enrollment tells; a **certificate** states it for good, with the names as
/// they were then; its **code** is printed on it and known to nobody else; a **verification** says
/// what a code stands for; the **holder** is the learner as named on the certificate.
@NullMarked
package dev.lectern.certificate;

import org.jspecify.annotations.NullMarked;
