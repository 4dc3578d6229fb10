package dev.lectern.payment;

import dev.lectern.payment.testkit.Surroundings;
import dev.lectern.testing.ServiceTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole service; one form for all of them, so that they share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = Surroundings.class)
public @interface PaymentTest {}
