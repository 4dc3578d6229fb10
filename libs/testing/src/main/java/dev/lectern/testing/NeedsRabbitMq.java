package dev.lectern.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks tests of what only RabbitMQ does, such as dead-letter exchanges, message expiry and quorum
/// queues: they are skipped, and say so, where the embedded broker stands in for it.
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(RabbitMqCondition.class)
public @interface NeedsRabbitMq {}
