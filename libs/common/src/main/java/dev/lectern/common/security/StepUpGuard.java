package dev.lectern.common.security;

import dev.lectern.common.problem.GenericRefusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets nobody into an operation marked with `@StepUp` who has not stepped up.
final class StepUpGuard implements HandlerInterceptor {

    private static final String HEADER = "Step-Up";

    private final Supplier<StepUpTokens> tokens;

    StepUpGuard(Supplier<StepUpTokens> tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(StepUp.class)) {
            var person = CallerArguments.required();
            var proof = request.getHeader(HEADER);
            if (proof == null || !tokens.get().isFresh(proof, person.id())) {
                throw GenericRefusal.stepUpRequired();
            }
        }
        return true;
    }
}
