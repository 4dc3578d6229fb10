/// What courses cost. Words used here: a **price** is set by the authors of a course, tax included;
/// of each sale at this price its author gets a **share** of what is left without the tax, the
/// **net**.
@NullMarked
package dev.lectern.payment;

import org.jspecify.annotations.NullMarked;
