package dev.lectern.embedded;

import java.nio.file.Path;
import java.util.List;

/// The processes of this machine whose command line names a directory.
final class LocalProcesses {

    private LocalProcesses() {}

    static List<String> of(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(home.toString()))
                .toList();
    }
}
