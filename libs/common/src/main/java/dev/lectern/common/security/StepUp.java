package dev.lectern.common.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an operation that asks for more than an access token: whoever calls it has proven again,
/// in the last minutes, to be the person. Put on the method of a controller; without a fresh token
/// in the header `Step-Up` it is refused with 403 `STEP_UP_REQUIRED`, before anything of the
/// request is looked at. What the caller may do is still decided in the use case.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StepUp {}
