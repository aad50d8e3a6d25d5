package io.kaagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import org.junit.jupiter.api.Test;

/** As long as no pool is connected, woven code behaves as if it were not woven. */
class WithoutAPoolTest {
    @Test
    void everyHookLetsPass() throws IOException {
        int before = Failures.count();
        UrlHooks.reserve(new URL("http://127.0.0.1/"), null, 0, true, null);
        UrlHooks.reserveTls(null, new URL("https://127.0.0.1/"), null, null, true, 0, null);
        UrlHooks.settle(this);
        UrlHooks.settleFailed();
        UrlHooks.opened(this);
        UrlHooks.requestWritten(this, this, this);
        UrlHooks.requestSent(this);
        UrlHooks.answerAwaited(this);
        UrlHooks.answered(this, this);
        UrlHooks.answerFailed(new IOException(), this);
        UrlHooks.closed(this);
        ResponseHooks.refused(this);
        ResponseHooks.disconnecting(this);
        ResponseHooks.leaving(this);
        ResponseHooks.headRead(this);
        ManagementHooks.asked(this);
        SocketHooks.closed(this);
        SocketHooks.connected(new Socket());
        assertThat(UrlHooks.answer(this)).isNull();
        assertThat(UrlHooks.giveBack(this)).isFalse();
        assertThat(ResponseHooks.keepsOpen(this)).isFalse();
        assertThat(ResponseHooks.drains(this)).isFalse();
        assertThat(ResponseHooks.isQuiet(this)).isFalse();
        assertThat(Failures.count()).isEqualTo(before);
    }
}
