package io.kaagent.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.Await;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class SameObjectTest {
    @Test
    void isOneForEachObject() {
        String one = new String("a");
        assertThat(SameObject.of(one)).isSameAs(SameObject.of(one)).isNotEqualTo(SameObject.of(new String("a")));
    }

    @Test
    void keepsNothingAndIsNobodyElsesAfterwards() {
        Object object = new Object();
        WeakReference<Object> last = new WeakReference<>(object);
        SameObject gone = SameObject.of(object);
        object = null;
        Await.until("the object to be dropped", () -> {
            System.gc();
            return last.get() == null;
        });
        assertThat(SameObject.of(new Object())).isNotEqualTo(gone);
    }

    @Test
    void isNoneForNone() {
        assertThat(SameObject.of(null)).isNull();
    }

    @Test
    void isOneThoughSeveralThreadsAsk() throws Exception {
        for (int round = 0; round < 200; round++) {
            Object object = new Object();
            Object[] seen = new Object[2];
            Thread other = new Thread(() -> seen[0] = SameObject.of(object));
            other.start();
            seen[1] = SameObject.of(object);
            other.join();
            assertThat(seen[0]).isSameAs(seen[1]);
        }
    }
}
