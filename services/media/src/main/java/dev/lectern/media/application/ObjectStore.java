package dev.lectern.media.application;

import dev.lectern.media.domain.DeclaredFile;
import dev.lectern.media.domain.StoredObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the bytes are. Clients send to it and read from it themselves, with addresses signed here;
/// each is for one object and one method.
public interface ObjectStore {

    /// @param headers what must be sent with it, exactly
    record SignedRequest(URI url, Map<String, String> headers) {}

    /// One part of a file the store has received.
    record Part(int number, String etag) {}

    /// Lets a client send this file and nothing else to this key.
    SignedRequest signPut(String key, DeclaredFile file, Duration valid);

    /// Begins to collect a file in parts.
    ///
    /// @return the token of the collection
    String beginParts(String key, DeclaredFile file);

    /// Lets a client send one part of this size and no other.
    SignedRequest signPart(String key, String token, int number, long sizeBytes, Duration valid);

    /// The parts received so far; empty as well when the collection is over.
    List<Part> parts(String key, String token);

    /// Makes one object of the parts.
    void joinParts(String key, String token, List<Part> parts);

    /// Forgets a collection and whatever was received for it.
    void dropParts(String key, String token);

    /// Lets a client read an object.
    URI signGet(String key, Duration valid);

    Optional<StoredObject> find(String key);

    /// Copies an object into a file.
    ///
    /// @return the tag of the bytes that were copied
    String fetch(String key, Path into);

    /// Copies an object inside the store, and throws when it is not what it was with this tag.
    void copy(String from, String tag, String to);

    /// Takes an object away. One that is not there has been taken before.
    void remove(String key);

    /// A small text, such as a playlist.
    Optional<String> read(String key);

    /// Keeps a small text of our own making.
    void write(String key, String text, String contentType);

    /// Keeps a file of our own making.
    void store(String key, Path file, String contentType);
}
