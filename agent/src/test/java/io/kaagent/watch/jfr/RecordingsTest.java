package io.kaagent.watch.jfr;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Connection;
import io.kaagent.pool.FakeResource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingsTest {
    private final Here here = new Here();

    @Test
    void registersInTheBackgroundAndTellsFromThenOn() throws Exception {
        try (RecordedPool recorded = new RecordedPool("noticed")) {
            recorded.watchedBy(new Recordings(recorded, here));
            Connection c = recorded.pool.take(recorded.name(), false, 0);
            assertThat(here.tasks).hasSize(1);
            recorded.pool.connectFailed(c);
            assertThat(recorded.events()).isEmpty();
            here.tasks.get(0).run();
            recorded.pool.opened(recorded.pool.take(recorded.name(), false, 0), new FakeResource());
            assertThat(recorded.events())
                    .extracting(event -> event.getEventType().getName())
                    .containsExactly("io.kaagent.Take", "io.kaagent.Connect");
            assertThat(here.tasks).hasSize(1);
            assertThat(here.defects).isEmpty();
        }
    }

    @Test
    void isOfNoConcernToTheApplicationWhenItFails() throws Exception {
        here.failure = new IllegalStateException("not here");
        try (RecordedPool recorded = new RecordedPool("failing")) {
            recorded.watchedBy(new Recordings(recorded, here));
            Connection c = recorded.pool.take(recorded.name(), false, 0);
            recorded.pool.connectFailed(c);
            assertThat(here.defects)
                    .singleElement()
                    .satisfies(e -> assertThat(e).hasCause(here.failure));
            recorded.pool.connectFailed(recorded.pool.take(recorded.name(), false, 0));
            assertThat(here.defects).hasSize(1);
        }
    }

    /** Collects what is to be done and what went wrong. */
    private static final class Here implements Recordings.Outside {
        final List<Runnable> tasks = new ArrayList<>();
        final List<Throwable> defects = new ArrayList<>();
        RuntimeException failure;

        @Override
        public void inBackground(Runnable task) {
            if (failure != null) {
                throw failure;
            }
            tasks.add(task);
        }

        @Override
        public void defect(Throwable e) {
            defects.add(e);
        }
    }
}
