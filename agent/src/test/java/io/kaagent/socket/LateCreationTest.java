package io.kaagent.socket;

import static io.kaagent.socket.RawSide.GET;
import static io.kaagent.socket.RawSide.OK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the kernel gets to know of the socket that an application has made. */
class LateCreationTest {
    private final RawSide side = new RawSide();

    @Test
    void neverIfAUsedConnectionWillDo() throws IOException {
        App app = side.reused();
        app.raw.setOption(SocketOptions.SO_TIMEOUT, 5);
        app.exchange(GET, OK);
        assertThat(app.closesWithoutLoss()).isTrue();
        assertThat(app.made.isCreated()).isFalse();
        assertThat(app.made.isClosed()).isTrue();
    }

    @Test
    void whenItHasToTakeThePlaceOfAUsedOneWithTheOptionsSetUpToThen() throws IOException {
        App app = side.reused();
        app.raw.setOption(SocketOptions.SO_TIMEOUT, 5);
        app.raw.setOption(SocketOptions.IP_TOS, 8);
        app.raw.setOption(SocketOptions.SO_TIMEOUT, 7);
        assertThat(app.made.isCreated()).isFalse();
        assertThat(app.raw.available()).isZero();
        assertThat(app.isOnItsOwn()).isTrue();
        assertThat(app.made.options)
                .containsEntry(SocketOptions.SO_TIMEOUT, 7)
                .containsEntry(SocketOptions.IP_TOS, 8)
                .containsEntry(SocketOptions.TCP_NODELAY, false);
    }

    @Test
    void beforeItConnectsIfAnOptionIsSet() throws IOException {
        side.exchangeAndClose();
        App app = side.socket();
        app.raw.setOption(SocketOptions.SO_TIMEOUT, 5);
        assertThat(app.made.isCreated()).isTrue();
        app.connect();
        assertThat(app.isOnItsOwn()).isFalse();
        assertThat(app.raw.getOption(SocketOptions.SO_TIMEOUT)).isEqualTo(5);
    }

    @Test
    void ifItIsAskedForAnOptionBeforeItConnects() throws IOException {
        App app = side.socket();
        assertThat(app.raw.getOption(SocketOptions.SO_TIMEOUT)).isEqualTo(0);
        assertThat(app.made.isCreated()).isTrue();
    }

    @Test
    void whereNoDescriptorIsLeftConnectingSaysSoAndKeepsNoSlot() throws IOException {
        side.exchangeAndClose();
        side.connect().exchange(GET, OK); // has the one connection there is
        side.net.exhaust();
        assertThatThrownBy(side::connect).isInstanceOf(SocketException.class).hasMessage("Too many open files");
        assertThat(side.busy()).isEqualTo(1);
    }

    @Test
    void whereNoDescriptorIsLeftAUsedConnectionDoesAsWell() throws IOException {
        side.exchangeAndClose();
        side.net.exhaust();
        App app = side.connect();
        app.exchange(GET, OK);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void whereNoDescriptorIsLeftToTakeThePlaceOfAUsedOneWhoeverNeedsItHearsOfIt() throws IOException {
        App app = side.reused();
        side.net.exhaust();
        assertThatThrownBy(app.raw::available)
                .isInstanceOf(SocketException.class)
                .hasMessage("Too many open files");
        assertThat(app.closesWithoutLoss()).isFalse();
        assertThat(side.busy()).isZero();
    }

    @Test
    void notOnceItIsClosed() throws IOException {
        App app = side.socket();
        app.raw.close();
        assertThatThrownBy(app::connect).isInstanceOf(SocketException.class).hasMessage("Socket closed");
        assertThat(app.made.isCreated()).isFalse();
    }

    @Test
    void wherePlatformAndWeMeetTheOneThatIsThereWillDo() throws IOException {
        App app = side.socket();
        side.net.onCreate(app.made::createBeside); // JDK 21 and later: another thread sets an option at this moment
        app.connect();
        app.exchange(GET, OK);
        assertThat(app.closesWithoutLoss()).isTrue();
    }

    @Test
    void ofAnOptionThatIsSetOftenTheLastValueIsKept() throws IOException {
        App app = side.reused();
        for (int i = 1; i <= 1000; i++) {
            app.raw.setOption(SocketOptions.SO_TIMEOUT, i);
        }
        app.raw.available();
        assertThat(app.made.options).containsEntry(SocketOptions.SO_TIMEOUT, 1000);
        assertThat(app.made.timesSet()).isEqualTo(1);
    }

    @Test
    void whoSetsAnOptionWhileAnotherConnectionTakesThePlaceIsNotDisturbed() throws IOException {
        App app = side.reused();
        List<Object> seen = new ArrayList<>();
        side.net.onConnect(wire -> {
            try {
                app.raw.setOption(SocketOptions.SO_TIMEOUT, 9);
                seen.add(app.raw.getOption(SocketOptions.SO_TIMEOUT));
            } catch (SocketException e) {
                seen.add(e);
            }
        });
        app.raw.available();
        assertThat(seen).containsExactly(9);
        assertThat(app.raw.getOption(SocketOptions.SO_TIMEOUT)).isEqualTo(9);
    }

    @Test
    void oneThatThePlatformHasClosedIsNotCreatedAgain() {
        App app = side.socketOf(true);
        app.made.close();
        assertThatThrownBy(app::connect).isInstanceOf(SocketException.class).hasMessage("Socket closed");
        assertThat(app.made.isCreated()).isFalse();
    }
}
