package dev.lectern.testing.api;

import io.swagger.v3.oas.models.media.JsonSchema;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Hands the generator's work to those who complete it.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ApiDocumentConfiguration {

    /// Reads as what it may hold.
    private static final String SENT = "dev.lectern.common.web.Sent";

    ApiDocumentConfiguration(SpringDocConfigProperties settings) {
        settings.setDefaultProducesMediaType("application/json");
        Shape.ARGUMENTS.forEach(
                type -> ifPresent(type, SpringDocUtils.getConfig()::addRequestWrapperToIgnore));
        ifPresent(SENT, SpringDocUtils.getConfig()::addResponseWrapperToIgnore);
        // Readers see the text of a stream, not what writes it.
        SpringDocUtils.getConfig()
                .replaceWithSchema(SseEmitter.class, new JsonSchema().typesItem("string"));
    }

    private static void ifPresent(String type, Consumer<Class<?>> use) {
        var loader = ApiDocumentConfiguration.class.getClassLoader();
        if (ClassUtils.isPresent(type, loader)) {
            use.accept(ClassUtils.resolveClassName(type, loader));
        }
    }

    @Bean
    RecordModels recordModels() {
        return new RecordModels();
    }

    @Bean
    OpenApiCustomizer document(
            @Value("${spring.application.name}") String service,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            ObjectProvider<WebInvocationPrivilegeEvaluator> security,
            RecordModels records) {
        return api -> {
            var sources = Sources.under(Path.of("src/main/java"), Repository.COMMON);
            new DocumentWriter(
                            service, Handlers.of(mappings), security.getObject(), records, sources)
                    .complete(api);
        };
    }

    @Bean
    @Conditional(HasDocument.class)
    FilterRegistrationBean<DocumentedAnswers> documentedAnswers(
            @Value("${spring.application.name}") String service) {
        var filter = new FilterRegistrationBean<>(DocumentedAnswers.of(service));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    static final class HasDocument implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var service = context.getEnvironment().getProperty("spring.application.name", "");
            return DocumentedAnswers.isPossible(service);
        }
    }
}
