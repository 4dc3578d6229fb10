package dev.lectern.common.web;

import dev.lectern.common.problem.ProblemWriter;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;

@AutoConfiguration
class WebAutoConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(
                new RequestArgument<>(
                        PageQuery.class,
                        request ->
                                PageQuery.parse(
                                        request.getParameter("limit"),
                                        request.getParameter("cursor"))));
        resolvers.add(
                new RequestArgument<>(
                        IfMatch.class, request -> IfMatch.parse(request.getHeader("If-Match"))));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json ->
                json.addModule(
                                new SimpleModule("strict-json")
                                        .addDeserializer(String.class, new StrictText()))
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        // The place of a value in our code is nobody's business.
                        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    @Bean
    ValidationConfigurationCustomizer constraintsOnWhatWasSent() {
        return configuration -> configuration.addValueExtractor(new Sent.Extractor());
    }

    @Bean
    FilterRegistrationBean<RequestsInWork> requestsInWork(
            @Value("${lectern.web.requests-in-work}") int most, ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new RequestsInWork(most, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 15);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit(ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ReadableParameters> readableParameters(ProblemWriter problems) {
        var filter = new FilterRegistrationBean<>(new ReadableParameters(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return filter;
    }
}
