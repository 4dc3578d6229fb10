package dev.lectern.common.security;

/// The global roles a token can carry; the names are those on the wire. Membership in a course
/// (author, co-author, assistant) is no role: course owns it.
public enum Role {
    learner,
    instructor,
    moderator,
    support,
    admin,
    service
}
