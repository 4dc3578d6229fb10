package dev.lectern.analytics.application;

import java.util.Optional;
import java.util.stream.Stream;

/// Where the objects of the lake lie. What does not answer throws; whoever asked tries again.
public interface LakeStore {

    /// Stores an object. Storing it again with the same bytes changes nothing.
    void put(String key, byte[] content);

    Optional<byte[]> find(String key);

    /// The keys of all objects of the lake, read as they are asked for.
    Stream<String> keys();
}
