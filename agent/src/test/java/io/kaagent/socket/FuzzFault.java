package io.kaagent.socket;

import java.util.Random;

/** What a server can do wrong. On a connection that somebody uses this is told to that somebody's model. */
final class FuzzFault {
    private FuzzFault() {}

    /** @param owner who has the connection; null if it is free */
    static void at(FuzzServer server, FuzzSession owner, Random random) {
        if (server.wire.isClosed() || server.faulty || server.closing && !server.hasToSend()) {
            return;
        }
        if (owner == null || !owner.hasWritten()) {
            if (owner != null && owner.app.isOnItsOwn()) {
                owner.loose = true; // a plain socket would meet it as well
            }
            before(server, random);
        } else if (server.hasToSend()) {
            owner.mayBeCut = true;
            server.fail();
        } else if (server.isBetweenExchanges() && owner.hasWrittenAll() && random.nextInt(5) == 0) {
            owner.loose = true;
            server.sendExtra();
        }
    }

    /** Nobody has asked anything of it yet. What can be seen at a look must cost nobody anything. */
    private static void before(FuzzServer server, Random random) {
        int dice = random.nextInt(20);
        if (dice < 5) {
            server.fail();
        } else if (dice == 5) {
            server.sendExtra();
        } else {
            server.stale = true;
            if (random.nextBoolean()) {
                server.wire.failWrites();
            }
        }
    }
}
