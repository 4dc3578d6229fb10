package dev.lectern.auth.application;

/// How the secrets of clients are kept, so that what checks them finds them again.
public interface SecretDigests {

    String digest(String secret);
}
