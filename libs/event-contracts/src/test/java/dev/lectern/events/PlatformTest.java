package dev.lectern.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.events.Platform.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Holds `services/services.yaml` to itself and to the folders beside it.
class PlatformTest {

    private static final Path ROOT = Path.of(System.getProperty("lectern.root", "../.."));

    /// What the charts, the compose file and every bookmark know them by.
    private static final Map<String, Integer> PORTS =
            Map.ofEntries(
                    Map.entry("user", 3001),
                    Map.entry("auth", 3002),
                    Map.entry("course", 3003),
                    Map.entry("enrollment", 3004),
                    Map.entry("payment", 3005),
                    Map.entry("media", 3006),
                    Map.entry("notification", 3007),
                    Map.entry("content", 3008),
                    Map.entry("assessment", 3009),
                    Map.entry("review", 3010),
                    Map.entry("certificate", 3011),
                    Map.entry("gamification", 3012),
                    Map.entry("analytics", 3013));

    private final Platform platform = Platform.load();

    @Test
    void givesEveryServiceItsPort() {
        assertThat(platform.services())
                .allSatisfy(
                        service -> assertThat(PORTS).containsEntry(service.name(), service.port()));
    }

    @Test
    void givesEveryPathOneOwner() {
        assertThat(platform.services().stream().flatMap(service -> service.paths().stream()))
                .doesNotHaveDuplicates()
                .allMatch(path -> path.matches("[a-z][a-z-]*"));
    }

    @Test
    void letsServicesCallOnlyServicesThatExistAndNeverThemselves() {
        var names = platform.services().stream().map(Service::name).toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(platform.services())
                .allSatisfy(service ->
                        assertThat(names)
                                .containsAll(service.calls())
                                .satisfies(all ->
                                        assertThat(service.calls())
                                                .doesNotContain(service.name())));
    }

    @Test
    void namesEveryServiceThatHasAFolderWithAReadme() throws Exception {
        var names = platform.services().stream().map(Service::name).toList();
        try (var folders = Files.list(ROOT.resolve("services"))) {
            assertThat(folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))))
                    .allSatisfy(folder -> {
                        assertThat(names).contains(folder.getFileName().toString());
                        assertThat(folder.resolve("README.md")).exists();
                    });
        }
    }

    @Test
    void isBuiltBeforeWhatTestsItAsAWhole() throws Exception {
        var build = Files.readString(ROOT.resolve("services/pom.xml"));

        assertThat(platform.services())
                .allSatisfy(service ->
                        assertThat(build)
                                .contains(
                                        "<artifactId>" + service.name() + "-service</artifactId>"));
    }
}
