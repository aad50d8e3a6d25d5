package io.kaagent.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link OnEveryJdk}, for classes that do little but wait, or whose outcome has nothing to do with time: beside all others, and beside
 * themselves on another JDK. So each of their tests has an instance of its own. Of one for all the JDKs, as {@link OnEveryJdk} has it, the fields
 * would change in the midst of a test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@MethodSource("io.kaagent.it.Jdks#all")
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
@interface OnEveryJdkAtOnce {}
