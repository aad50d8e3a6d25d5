package io.kaagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.pool.Hint;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connections on paper: what would have been reused, and why the others were needed. */
class ObservedOriginTest {
    private static final long MILLI = 1_000_000;
    private static final Identity URL = new Identity(true, null, 0);

    private final Identity raw = new Identity(false, InetAddress.getLoopbackAddress(), 0);

    @Test
    void oneAfterTheOtherNeedsOne() {
        ObservedOrigin origin = origin("");
        for (int i = 0; i < 10; i++) {
            use(origin, URL, null, i * MILLI);
        }
        assertThat(origin.spared).isEqualTo(9);
        assertThat(origin.figures().needed(Cause.FIRST)).isEqualTo(1);
    }

    @Test
    void asManyAreNeededAsAreInUseAtOnce() {
        ObservedOrigin origin = origin("");
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 5; i++) {
                origin.opened(0);
                origin.taken(URL, null, true, 0);
            }
            for (int i = 0; i < 5; i++) {
                origin.closed(URL, null, Hint.NONE, 0);
            }
        }
        OriginFigures figures = origin.figures();
        assertThat(figures.needed(Cause.FIRST)).isEqualTo(1);
        assertThat(figures.needed(Cause.IN_USE)).isEqualTo(4);
        assertThat(figures.spared()).isEqualTo(10);
        assertThat(figures.mostOpen()).isEqualTo(5);
    }

    @Test
    void whatEndedTheOneBeforeIsTheCauseOfTheNext() {
        ObservedOrigin origin = origin("");
        use(origin, URL, Cause.SERVER_CLOSE, 0);
        use(origin, URL, Cause.UNREAD, 0);
        use(origin, URL, null, 0);
        assertThat(origin.figures().needed(Cause.SERVER_CLOSE)).isEqualTo(1);
        assertThat(origin.figures().needed(Cause.UNREAD)).isEqualTo(1);
    }

    @Test
    void oneThatIsFreeForTooLongIsNoUse() {
        ObservedOrigin origin = origin("timeout=1000");
        use(origin, URL, null, 0);
        use(origin, URL, null, 999 * MILLI);
        use(origin, URL, null, 2000 * MILLI);
        assertThat(origin.spared).isEqualTo(1);
        assertThat(origin.figures().needed(Cause.IDLE)).isEqualTo(1);
    }

    @Test
    void theServersHintCountsMore() {
        ObservedOrigin origin = origin("timeout=1000");
        use(origin, URL, null, Hint.of(10, -1), 0);
        use(origin, URL, null, Hint.of(1, -1), 8000 * MILLI);
        use(origin, URL, null, Hint.of(-1, 0), 8000 * MILLI);
        use(origin, URL, null, Hint.NONE, 8000 * MILLI);
        assertThat(origin.spared).isEqualTo(1);
        assertThat(origin.figures().needed(Cause.IDLE)).isEqualTo(1);
        assertThat(origin.figures().needed(Cause.SERVER_CLOSE)).isEqualTo(1);
    }

    @Test
    void whatMustNotBeSentTwiceWantsOneThatWasUsedJustNow() {
        ObservedOrigin origin = origin("");
        use(origin, raw, null, 0);
        origin.opened(0);
        origin.taken(raw, null, false, 1500 * MILLI);
        assertThat(origin.figures().needed(Cause.UNSAFE)).isEqualTo(1);
        origin.opened(0);
        origin.taken(raw, null, true, 1500 * MILLI);
        assertThat(origin.spared).isEqualTo(1);
    }

    @Test
    void kindsOfClientsDoNotShare() {
        ObservedOrigin origin = origin("");
        use(origin, raw, null, 0);
        use(origin, URL, null, 0);
        assertThat(origin.figures().needed(Cause.DIFFERENT)).isEqualTo(1);
    }

    @Test
    void noMoreAreKeptThanTheOptionsAllow() {
        ObservedOrigin origin = origin("maxFreeSockets=1");
        for (int i = 0; i < 2; i++) {
            origin.opened(0);
            origin.taken(URL, null, true, 0);
        }
        for (int i = 0; i < 2; i++) {
            origin.closed(URL, null, Hint.NONE, 0);
        }
        for (int i = 0; i < 2; i++) {
            origin.opened(0);
            origin.taken(URL, null, true, 0);
        }
        assertThat(origin.figures().needed(Cause.SURPLUS)).isEqualTo(1);
        assertThat(origin.spared).isEqualTo(1);
    }

    @Test
    void whereNothingIsPooledNothingIsSpared() {
        ObservedOrigin origin = origin("");
        use(origin, URL, null, 0);
        origin.opened(0);
        origin.taken(URL, Cause.OFF, true, 0);
        assertThat(origin.figures().needed(Cause.OFF)).isEqualTo(1);
        assertThat(origin.spared).isZero();
    }

    /** Each connection counts once; and as many are needed as are in use at once, but for those that were lost. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyConnectionIsAccountedFor(long seed) {
        Random random = new Random(seed);
        ObservedOrigin origin = origin("timeout=50");
        Identity[] identities = {URL, raw};
        List<Identity> busy = new ArrayList<>();
        int unused = 0;
        int undecided = 0;
        for (int step = 0; step < 5000; step++) {
            long now = step * MILLI;
            if (random.nextInt(20) == 0) {
                origin.opened(1);
                if (random.nextBoolean()) {
                    origin.closedUnused(Cause.UNUSED);
                    unused++;
                } else {
                    undecided++;
                }
            } else if (busy.isEmpty() || busy.size() < 10 && random.nextBoolean()) {
                Identity identity = identities[random.nextInt(2)];
                origin.opened(1);
                origin.taken(identity, null, random.nextInt(3) > 0, now);
                busy.add(identity);
            } else {
                Cause cause = random.nextInt(4) == 0 ? Cause.UNREAD : null;
                origin.closed(busy.remove(random.nextInt(busy.size())), cause, Hint.NONE, now);
            }
            OriginFigures figures = origin.figures();
            long needed = 0;
            for (Cause cause : Cause.values()) {
                needed += figures.needed(cause);
            }
            assertThat(figures.spared() + needed + undecided).isEqualTo(figures.opened());
            assertThat(figures.open()).isEqualTo(busy.size() + undecided);
            assertThat(figures.needed(Cause.UNUSED)).isEqualTo(unused);
            assertThat(figures.needed(Cause.IN_USE)).isLessThanOrEqualTo(18);
        }
        assertThat(origin.spared).isPositive();
    }

    private static void use(ObservedOrigin origin, Identity identity, Cause end, long now) {
        use(origin, identity, end, Hint.NONE, now);
    }

    private static void use(ObservedOrigin origin, Identity identity, Cause end, Hint hint, long now) {
        origin.opened(0);
        origin.taken(identity, null, true, now);
        origin.closed(identity, end, hint, now);
    }

    private static ObservedOrigin origin(String argument) {
        return new ObservedOrigin("h", 80, new GivenRules(argument));
    }
}
