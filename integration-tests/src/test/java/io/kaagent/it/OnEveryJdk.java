package io.kaagent.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** All tests of the class once for each JDK, which a field marked {@code @Parameter} receives, one JDK after the other. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("io.kaagent.it.Jdks#all")
@Inherited
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface OnEveryJdk {}
