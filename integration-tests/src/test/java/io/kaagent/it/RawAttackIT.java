package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Many threads with raw sockets against a server that answers early, late, twice, half or not at all. Each answer is compared with its
 * request, byte by byte.
 */
@OnEveryJdk
class RawAttackIT {
    @Parameter
    Jdk jdk;

    private Attack attack;

    @BeforeParameterizedClassInvocation
    void start() {
        attack = new Attack(jdk, null);
    }

    @AfterParameterizedClassInvocation
    void end() {
        attack.close();
    }

    @Test
    void everyAnswerIsTheOneToItsRequest() {
        assertThat(attack.inRounds(Attack.REQUESTS).number("mostOpen")).isLessThanOrEqualTo(Attack.MOST_SOCKETS);
    }

    /** What went wrong once. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "DEAF, LATE",
        "HALF_CLOSED, STALE",
        "KEPT, TWICE",
        "TWO_THREADS, STALE",
        "POLLING, STALE_RESET",
        "CLOSED_WHILE_WRITING, PIECES",
        "ABANDONED, NONE"
    })
    void norBy(String way, String fault) {
        attack.by(way, fault);
    }
}
