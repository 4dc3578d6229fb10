package dev.lectern.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Every record of this module that is an event.
final class ContractRecords {

    private static final Path RECORDS = Path.of("src/main/java/dev/lectern/events");

    /// Writes and reads them as the services do.
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    private ContractRecords() {}

    /// By the type on the wire.
    static Map<String, Class<? extends ContractEvent>> all() throws IOException {
        try (var files = Files.walk(RECORDS)) {
            var found = new TreeMap<String, Class<? extends ContractEvent>>();
            for (var name : namesOf(files)) {
                var type = classOf(name);
                if (ContractEvent.class.isAssignableFrom(type) && !type.isInterface()) {
                    var event = type.asSubclass(ContractEvent.class);
                    found.put(ContractEvent.typeOf(event), event);
                }
            }
            return found;
        }
    }

    private static List<String> namesOf(Stream<Path> files) {
        return files.map(file -> RECORDS.relativize(file).toString())
                .filter(name -> name.contains("/") && name.endsWith(".java"))
                .filter(name -> !name.endsWith("package-info.java"))
                .map(name -> name.replaceAll("\\.java$", "").replace('/', '.'))
                .toList();
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName("dev.lectern.events." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
