package io.kaagent.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * For classes whose outcome has nothing to do with time, but whose tests share an application: beside all other classes. Within the class one
 * test runs after the other, on one JDK after the other, as everywhere but with {@link OnEveryJdkAtOnce}; the lock, which is the class's own, sees
 * to that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = BesideOthers.Own.class)
@interface BesideOthers {
    /** Nobody else asks for it: it makes JUnit run all that is in the class on one thread. */
    final class Own implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(testClass.getName()));
        }
    }
}
