package dev.lectern.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// The private files of a RabbitMQ node and the environment that makes it use these and nothing of
/// the system-wide installation's.
record RabbitMqFiles(Path home, BrokerPorts ports) {

    static final String USER = "lectern";

    // Two schedulers that do not spin while idle, or a laptop's fan pays for it; no break menu on
    // Ctrl-C, which reaches the node as well when the launcher runs in a terminal.
    private static final String ERLANG_ARGUMENTS =
            "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +SDcpu 1:1 +A 8"
                    + " +sbwt none +sbwtdcpu none +sbwtdio none +B i";

    void write() throws IOException {
        Files.createDirectories(configuration().resolve("conf.d"));
        Files.createDirectories(home.resolve("user"));
        Files.writeString(
                configuration().resolve("rabbitmq.conf"),
                """
                listeners.tcp.1 = 127.0.0.1:%d
                default_user = %s
                default_pass = %s
                vm_memory_high_watermark.absolute = 256MB
                disk_free_limit.absolute = 50MB
                log.file.level = warning
                log.file.rotation.size = 10485760
                log.file.rotation.count = 2
                """
                        .formatted(ports.amqp(), USER, USER));
        Files.writeString(configuration().resolve("advanced.config"), "[].\n");
        Files.writeString(configuration().resolve("enabled_plugins"), "[].\n");
    }

    Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        // The Erlang cookie is written there.
        environment.put("HOME", home.resolve("user").toString());
        environment.put("ERL_EPMD_PORT", Integer.toString(ports.epmd()));
        environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODENAME", "lectern@localhost");
        environment.put("RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1");
        environment.put("RABBITMQ_NODE_PORT", Integer.toString(ports.amqp()));
        environment.put("RABBITMQ_DIST_PORT", Integer.toString(ports.distribution()));
        environment.put("RABBITMQ_MNESIA_BASE", home.resolve("mnesia").toString());
        environment.put("RABBITMQ_LOG_BASE", home.resolve("log").toString());
        environment.put("RABBITMQ_PID_FILE", home.resolve("node.pid").toString());
        environment.put("RABBITMQ_CONFIG_FILE", configuration().resolve("rabbitmq").toString());
        environment.put(
                "RABBITMQ_CONFIG_FILES", configuration().resolve("conf.d/*.conf").toString());
        environment.put(
                "RABBITMQ_ADVANCED_CONFIG_FILE",
                configuration().resolve("advanced.config").toString());
        environment.put(
                "RABBITMQ_ENABLED_PLUGINS_FILE",
                configuration().resolve("enabled_plugins").toString());
        // Does not exist; unset, the system-wide one would be read.
        environment.put(
                "RABBITMQ_CONF_ENV_FILE", configuration().resolve("no-environment").toString());
        environment.put("RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", ERLANG_ARGUMENTS);
        // Makes the script become the server in place of guarding it, so that the process we
        // started is the one to stop.
        environment.put("RUNNING_UNDER_SYSTEMD", "true");
        return environment;
    }

    private Path configuration() {
        return home.resolve("conf");
    }
}
