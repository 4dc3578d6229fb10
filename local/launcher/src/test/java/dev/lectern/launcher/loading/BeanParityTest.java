package dev.lectern.launcher.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Guards against surprises of class loaders: in the launcher's JVM a service is made of the same
/// beans of the same classes as alone on an ordinary class path. An exception stands here, with the
/// reason.
class BeanParityTest {

    /// Stripe's library reads JSON with Gson. Where that can be seen, the framework has a place for
    /// a converter of it; without the framework's own module for Gson the place stays empty.
    private static final String EMPTY_PLACE_FOR_GSON = "GsonHttpMessageConvertersConfiguration";

    /// Redis is spoken to by a library that could also be used reactively. Where that can be seen,
    /// the framework has places for reactive clients and health checks; nothing of ours asks them.
    private static final String EMPTY_PLACE_FOR_REACTOR = "reactive";

    /// Lambdas and proxies are counted within a JVM.
    private static final Pattern COUNTED =
            Pattern.compile("(?<=\\$\\$Lambda/)0x\\w+|(?<=jdk\\.proxy)\\d+|(?<=\\$Proxy)\\d+");

    static List<String> everyDeployable() {
        return Lectern.checkout().deployables().stream().map(Deployable::name).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyDeployable")
    void aServiceIsTheSameAmongTheOthersAsAlone(
            String service, @Up Platform together, @Up(isolated = true) Platform alone) {
        var amongOthers = beans(service, together);
        var byItself = beans(service, alone);

        assertThat(byItself).hasSizeGreaterThan(100);
        assertThat(without(byItself, amongOthers)).as("only among the others").isEmpty();
        assertThat(without(amongOthers, byItself)).as("only alone").isEmpty();
    }

    private static Set<String> without(Set<String> removed, Set<String> beans) {
        var rest = new TreeSet<>(beans);
        rest.removeAll(removed);
        rest.removeIf(bean -> bean.endsWith(EMPTY_PLACE_FOR_GSON));
        rest.removeIf(bean -> bean.toLowerCase(Locale.ROOT).contains(EMPTY_PLACE_FOR_REACTOR));
        return rest;
    }

    /// Each as its name and its class.
    private static Set<String> beans(String service, Platform platform) {
        var answer = platform.client(service).get("/actuator/health/beans");
        assertThat(answer.status()).isEqualTo(200);
        var beans = new TreeSet<String>();
        answer.json()
                .path("contexts")
                .forEach(context ->
                        context.path("beans")
                                .forEachEntry((name, bean) ->
                                        beans.add(
                                                name
                                                        + ": "
                                                        + classOf(bean.path("type").asString()))));
        return beans;
    }

    private static String classOf(String type) {
        return COUNTED.matcher(type).replaceAll("…");
    }
}
