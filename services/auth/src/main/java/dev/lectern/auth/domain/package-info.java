/// Accounts, sign-ins and the rules that protect them.
@NullMarked
package dev.lectern.auth.domain;

import org.jspecify.annotations.NullMarked;
