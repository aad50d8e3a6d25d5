package io.kaagent.pool;

import static org.assertj.core.api.Assertions.assertThat;

/** Rule 30 as the fuzzer's model counts. */
final class FuzzCounts {
    long created;
    long reused;
    long handedOff;
    long reopened;
    long connectFailures;
    long takeTimeouts;
    long queueFull;
    long waited;
    long served;
    long destroyed;

    void mustEqual(Counters counters) {
        assertThat(counters.created()).as("created").isEqualTo(created);
        assertThat(counters.reused()).as("reused").isEqualTo(reused);
        assertThat(counters.handedOff()).as("handed off").isEqualTo(handedOff);
        assertThat(counters.reopened()).as("reopened").isEqualTo(reopened);
        assertThat(counters.connectFailures()).as("connect failures").isEqualTo(connectFailures);
        assertThat(counters.takeTimeouts()).as("time-outs").isEqualTo(takeTimeouts);
        assertThat(counters.queueFull()).as("queue full").isEqualTo(queueFull);
        assertThat(counters.waiting().count()).as("waited").isEqualTo(waited);
        assertThat(counters.served()).as("served").isEqualTo(served);
        assertThat(counters.destroyed()).as("destroyed").isEqualTo(destroyed);
        assertThat(counters.ages().count()).as("ages").isEqualTo(destroyed);
        assertThat(counters.requestsPerConnection().count()).as("uses").isEqualTo(destroyed);
        assertThat(counters.connecting().count() + reopened).as("connected").isEqualTo(created);
    }
}
