package dev.lectern.testing.api;

import java.nio.file.Path;

/// Where things are in the repository.
final class Repository {

    static final Path ROOT = Path.of(System.getProperty("lectern.root", "../.."));
    static final Path DOCUMENTS = ROOT.resolve("docs/api");
    static final Path COMMON = ROOT.resolve("libs/common/src/main/java");

    private Repository() {}
}
