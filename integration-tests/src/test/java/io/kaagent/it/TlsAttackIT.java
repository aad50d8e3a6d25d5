package io.kaagent.it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** The attack of {@link RawAttackIT} over TLS: by sockets of three kinds, with settings of two, half of them shaking hands first. */
@OnEveryJdk
class TlsAttackIT {
    @Parameter
    Jdk jdk;

    private Attack attack;

    @BeforeParameterizedClassInvocation
    void start() {
        attack = new Attack(jdk, Certificates.right());
    }

    @AfterParameterizedClassInvocation
    void end() {
        attack.close();
    }

    /** Connections of TLS are closed a moment after their slot was given on: their number is not the point here. */
    @Test
    void everyAnswerIsTheOneToItsRequest() {
        attack.inRounds(Attack.REQUESTS / 40);
    }

    /** What went wrong once: the second answer was in one record with the first. */
    @Test
    void norByAnswersGivenTwice() {
        attack.by("KEPT", "TWICE");
    }
}
