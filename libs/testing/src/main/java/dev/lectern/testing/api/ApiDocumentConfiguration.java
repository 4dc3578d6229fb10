package dev.lectern.testing.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.web.method.HandlerMethod;

/// Teaches the generator the arguments all our controllers share, which are no parameters of their
/// own but headers and paging.
@AutoConfiguration
class ApiDocumentConfiguration {

    private static final Set<String> SHARED =
            Set.of(
                    "dev.lectern.common.security.Caller",
                    "dev.lectern.common.idempotency.IdempotencyKey",
                    "dev.lectern.common.web.IfMatch",
                    "dev.lectern.common.web.PageQuery");

    /// Reads as what it may hold.
    private static final String SENT = "dev.lectern.common.web.Sent";

    ApiDocumentConfiguration() {
        SHARED.forEach(
                type -> ifPresent(type, SpringDocUtils.getConfig()::addRequestWrapperToIgnore));
        ifPresent(SENT, SpringDocUtils.getConfig()::addResponseWrapperToIgnore);
    }

    private static void ifPresent(String type, Consumer<Class<?>> use) {
        var loader = ApiDocumentConfiguration.class.getClassLoader();
        if (ClassUtils.isPresent(type, loader)) {
            use.accept(ClassUtils.resolveClassName(type, loader));
        }
    }

    @Bean
    OpenApiCustomizer document(@Value("${spring.application.name}") String service) {
        return api -> {
            api.info(new Info().title("Lectern " + service).version("v1"));
            api.servers(List.of(new Server().url("/")));
            api.addSecurityItem(new SecurityRequirement().addList("bearer"));
            if (api.getComponents() == null) {
                api.components(new Components());
            }
            api.getComponents()
                    .addSecuritySchemes(
                            "bearer",
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .bearerFormat("JWT"));
            withoutOperational(api);
            if (api.getComponents().getSchemas() != null) {
                api.getComponents().getSchemas().remove("Caller");
            }
        };
    }

    @Bean
    OperationCustomizer sharedArguments() {
        return (operation, method) -> {
            withoutOptional(operation, method);
            var types = typesOf(method);
            if (types.contains("dev.lectern.common.idempotency.IdempotencyKey")) {
                header(
                        operation,
                        "Idempotency-Key",
                        "1 to 64 visible characters, one for each intent");
            }
            if (types.contains("dev.lectern.common.web.IfMatch")) {
                header(operation, "If-Match", "the ETag of the version the edit was made on");
            }
            if (types.contains("dev.lectern.common.web.PageQuery")) {
                query(operation, "limit", limit());
                query(operation, "cursor", new StringSchema());
            }
            return operation;
        };
    }

    private static Schema<Number> limit() {
        var limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(100));
        limit.setDefault(20);
        return limit;
    }

    private static void withoutOperational(OpenAPI api) {
        if (api.getPaths() != null) {
            api.getPaths().keySet().removeIf(path -> path.startsWith("/actuator"));
        }
    }

    /// A caller who may be missing reads to the generator like a parameter of the query.
    private static void withoutOptional(Operation operation, HandlerMethod method) {
        if (operation.getParameters() == null) {
            return;
        }
        for (var parameter : method.getMethodParameters()) {
            var wrapped = ResolvableType.forMethodParameter(parameter).getGeneric().toClass();
            if (parameter.getParameterType() == Optional.class
                    && SHARED.contains(wrapped.getName())) {
                var name = parameter.getParameter().getName();
                operation.getParameters().removeIf(documented -> name.equals(documented.getName()));
            }
        }
    }

    private static Set<String> typesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterType().getName())
                .collect(Collectors.toSet());
    }

    private static void header(Operation operation, String name, String description) {
        operation.addParametersItem(
                new Parameter()
                        .in("header")
                        .name(name)
                        .required(true)
                        .description(description)
                        .schema(new StringSchema()));
    }

    private static void query(Operation operation, String name, Schema<?> schema) {
        operation.addParametersItem(
                new Parameter().in("query").name(name).required(false).schema(schema));
    }
}
