package dev.lectern.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// An object store of this machine that speaks S3 and checks signatures. It runs in a JVM of its
/// own and keeps each bucket as a folder of its home.
public final class ObjectStorage implements AutoCloseable {

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    /// It listens on this machine alone; the key keeps apart who signs and who merely asks.
    private static final String ACCESS_KEY = "lectern";

    private static final String SECRET_KEY = "lectern-of-this-machine";

    /// Left alone it tells every step.
    private static final String LOGGING =
            """
            <configuration>
              <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                <encoder><pattern>%d %level %logger{20} %msg%n</pattern></encoder>
              </appender>
              <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;

    private final int port;
    private final Path data;
    private final ChildProcess process;
    private final OwnedProcesses owned;

    private ObjectStorage(int port, Path data, ChildProcess process, OwnedProcesses owned) {
        this.port = port;
        this.data = data;
        this.process = process;
        this.owned = owned;
    }

    /// Starts it, port 0 takes a free one; what a killed JVM left on the same home is stopped
    /// first.
    ///
    /// @param classPath the file that lists its jars, left by the build of `local/objects`
    /// @param origin whose pages may send to it and read from it
    public static ObjectStorage start(Path home, int port, Path classPath, URI origin) {
        Path absolute = home.toAbsolutePath().normalize();
        return OwnedProcesses.start(
                absolute,
                owned -> run(absolute, Ports.claim(port, "objects"), classPath, origin, owned));
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public String accessKey() {
        return ACCESS_KEY;
    }

    public String secretKey() {
        return SECRET_KEY;
    }

    /// A bucket nobody reads without a signature: the store takes the rights of the folder for
    /// those of the bucket, so a folder that others may read would be open to all.
    public void ensureBucket(String name) {
        try {
            Files.createDirectories(folderOf(name), OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the objects of a bucket are, as files named by their keys.
    public Path folderOf(String bucket) {
        return data.resolve(bucket);
    }

    @Override
    public void close() {
        AtExit.forget(this);
        process.stop(STOP_LIMIT);
        owned.close();
    }

    @Override
    public String toString() {
        return "objects on port " + port;
    }

    private static ObjectStorage run(
            Path home, int port, Path classPath, URI origin, OwnedProcesses owned)
            throws IOException {
        Path data = Files.createDirectories(home.resolve("data"));
        Path settings =
                Files.writeString(home.resolve("s3proxy.conf"), settings(port, data, origin));
        Path logging = Files.writeString(home.resolve("logback.xml"), LOGGING);
        ChildProcess process =
                ChildProcess.start(
                        "objects",
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx192m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dlogback.configurationFile=" + logging,
                                "-cp",
                                Files.readString(classPath).strip(),
                                "org.gaul.s3proxy.Main",
                                "--properties",
                                settings.toString()),
                        Map.of(),
                        home,
                        owned);
        var objects = new ObjectStorage(port, data, process, owned);
        AtExit.close(objects);
        try {
            process.awaitReady(START_LIMIT, () -> Ports.answers(port));
        } catch (RuntimeException e) {
            objects.close();
            throw e;
        }
        return objects;
    }

    /// Browsers send to it and read from it directly; of the answers they must see the tags of the
    /// parts.
    private static String settings(int port, Path data, URI origin) {
        return """
        s3proxy.endpoint=http://127.0.0.1:%d
        s3proxy.authorization=aws-v2-or-v4
        s3proxy.identity=%s
        s3proxy.credential=%s
        s3proxy.cors-allow-origins=%s
        s3proxy.cors-allow-methods=GET PUT HEAD
        s3proxy.cors-allow-headers=*
        s3proxy.cors-exposed-headers=ETag Content-Range Accept-Ranges
        jclouds.provider=filesystem-nio2
        jclouds.filesystem.basedir=%s
        """
                .formatted(port, ACCESS_KEY, SECRET_KEY, origin, data);
    }
}
