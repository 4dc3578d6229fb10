/// Who somebody is: accounts, sign-in and the tokens every other service trusts.
///
/// Words: an *account* belongs to one e-mail address and proves itself by a password; a *sign-in*
/// is one browser or client that did so, and is what people see as a session; a *letter* is a mail
/// with a single-use link; a *consent* is the acceptance of one version of one document; a *role*
/// holds everywhere, while membership in a course is course's matter.
@NullMarked
package dev.lectern.auth;

import org.jspecify.annotations.NullMarked;
