package dev.lectern.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The RabbitMQ of the machine: its server script and the Erlang port mapper it needs.
///
/// @param server the script itself, not the wrapper on the PATH that switches to a system user
record RabbitMqInstallation(Path server, Path portMapper) {

    private static final Path SERVER = Path.of("/usr/lib/rabbitmq/bin/rabbitmq-server");

    static Optional<RabbitMqInstallation> find() {
        return Executables.onPath("epmd")
                .filter(mapper -> Files.isExecutable(SERVER))
                .map(mapper -> new RabbitMqInstallation(SERVER, mapper));
    }
}
