package dev.lectern.launcher.loading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.launcher.checkout.Deployable;
import dev.lectern.launcher.platform.Lectern;
import dev.lectern.launcher.platform.Platform;
import dev.lectern.launcher.platform.Up;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// Guards against surprises of class loaders: in the launcher's JVM a service is made of the same
/// beans of the same classes as alone on an ordinary class path. There is no exception; a service
/// that needs one gets it here, with the reason.
class BeanParityTest {

    /// Lambdas and proxies are counted within a JVM.
    private static final Pattern COUNTED =
            Pattern.compile("(?<=\\$\\$Lambda/)0x\\w+|(?<=jdk\\.proxy)\\d+|(?<=\\$Proxy)\\d+");

    static List<Deployable> everyDeployable() {
        return Lectern.checkout().deployables();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyDeployable")
    void aServiceIsTheSameAmongTheOthersAsAlone(
            Deployable one, @Up Platform together, @Up(isolated = true) Platform alone) {
        var beansAlone = beans(one, alone);

        assertThat(beansAlone).hasSizeGreaterThan(100);
        assertThat(beans(one, together)).isEqualTo(beansAlone);
    }

    private static Map<String, String> beans(Deployable one, Platform platform) {
        var answer = platform.get(platform.address(one.name()).resolve("/actuator/health/beans"));
        assertThat(answer.statusCode()).isEqualTo(200);
        var beans = new TreeMap<String, String>();
        JsonMapper.shared()
                .readTree(answer.body())
                .path("contexts")
                .forEach(context ->
                        context.path("beans")
                                .forEachEntry((name, bean) ->
                                        beans.put(name, classOf(bean.path("type").asString()))));
        return beans;
    }

    private static String classOf(String type) {
        return COUNTED.matcher(type).replaceAll("…");
    }
}
