package dev.lectern.user;

import dev.lectern.testing.identity.TestIdentity;
import dev.lectern.testing.web.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Those who call the service under test.
public record Callers(int port) {

    private static final JsonMapper JSON = new JsonMapper();

    public Client person(UUID id, String... roles) {
        return new Client(port).as(TestIdentity.tokenOf(id, roles));
    }

    public Client service() {
        return new Client(port).as(TestIdentity.serviceTokenFor("user"));
    }

    public static String json(Map<String, ?> fields) {
        return JSON.writeValueAsString(fields);
    }

    /// A key nobody has used.
    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    /// What twenty calls of one kind got, all starting at the same moment.
    public static <T> List<T> twentyAtOnce(Callable<T> call) throws Exception {
        var start = new CyclicBarrier(20);
        var answers = new ArrayList<T>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    IntStream.range(0, 20)
                            .<Future<T>>mapToObj(i ->
                                    threads.submit(() -> {
                                        start.await();
                                        return call.call();
                                    }))
                            .toList();
            for (var answer : running) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
