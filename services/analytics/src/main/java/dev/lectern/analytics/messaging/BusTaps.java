package dev.lectern.analytics.messaging;

import dev.lectern.analytics.application.Tapping;
import dev.lectern.events.Platform;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/// A tap for every producer of `services.yaml`: one that is new there is heard without a word here.
@Configuration(proxyBeanMethods = false)
@Import(BusTaps.Registrar.class)
class BusTaps {

    static class Registrar implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment environment) {
            Platform.load().services().stream()
                    .filter(producer -> !producer.publishes().isEmpty())
                    .forEach(producer ->
                            registry.registerBean(
                                    producer.name() + "BusTap",
                                    BusTap.class,
                                    bean ->
                                            bean.supplier(context ->
                                                    new BusTap(
                                                            producer,
                                                            context.bean(Tapping.class)))));
        }
    }
}
