package dev.lectern.testing.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads and writes documents; a time in them stays the text it is.
final class YamlText {

    private YamlText() {}

    static Map<String, Object> read(String text) {
        var options = new LoaderOptions();
        var yaml =
                new Yaml(
                        new SafeConstructor(options),
                        new Representer(new DumperOptions()),
                        new DumperOptions(),
                        options,
                        new WithoutTimes());
        var document = new LinkedHashMap<String, Object>();
        yaml.<Map<?, ?>>load(text)
                .forEach((key, value) -> document.put(String.valueOf(key), value));
        return document;
    }

    static String write(Map<String, Object> document) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(100);
        options.setSplitLines(true);
        var representer = new Representer(options);
        representer.addClassTag(Object.class, Tag.MAP);
        return new Yaml(new SafeConstructor(new LoaderOptions()), representer, options)
                .dump(document);
    }

    private static final class WithoutTimes extends Resolver {

        @Override
        public void addImplicitResolver(
                Tag tag, Pattern pattern, @Nullable String first, int limit) {
            if (!tag.equals(Tag.TIMESTAMP)) {
                super.addImplicitResolver(tag, pattern, first, limit);
            }
        }
    }
}
