package dev.lectern.course.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// A test of the whole service with ten thousand published courses, in a context of its own that
/// all such tests share. They only read.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CourseTest
@TestPropertySource(properties = "catalogue=full")
@Import(FullCatalogue.class)
public @interface FullCatalogueTest {}
