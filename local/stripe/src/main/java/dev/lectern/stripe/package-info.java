/// A stand-in for Stripe on one machine: it speaks Stripe's wire, keeps its rules, and moves no
/// money. Objects are kept in the shape in which Stripe tells of them.
@NullMarked
package dev.lectern.stripe;

import org.jspecify.annotations.NullMarked;
