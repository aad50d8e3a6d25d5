package io.kaagent.http1;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final int ROUNDS = 20_000;

    private final byte[] requests =
            Fed.bytes("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Basic x\r\n\r\n"
                    + "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"
                    + "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\nhello\r\n0\r\nX: y\r\n\r\n");
    private final byte[] responses = Fed.bytes(
            "HTTP/1.1 100 Continue\r\n\r\n"
                    + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nKeep-Alive: timeout=5\r\nConnection: keep-alive\r\n\r\nhello"
                    + "HTTP/1.1 401 X\r\nWWW-Authenticate: Basic\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nX: y\r\n\r\n");
    private final RequestFraming requestFraming = new RequestFraming();
    private final ResponseFraming responseFraming = new ResponseFraming();

    @Test
    void framesWithoutAllocating() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        frame();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        frame();
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertThat(allocated).as("bytes, for %d messages", 5 * ROUNDS).isLessThan(ROUNDS); // the look itself has some
        assertThat(requestFraming.state()).isEqualTo(RequestFraming.END);
        assertThat(responseFraming.state()).isEqualTo(ResponseFraming.END);
    }

    private void frame() {
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < requests.length; ) {
                i = requestFraming.consume(requests, i, requests.length);
            }
            responseFraming.begin(false);
            for (int i = 0; i < responses.length; ) {
                if (responseFraming.state() == ResponseFraming.END) {
                    responseFraming.begin(false);
                }
                i = responseFraming.consume(responses, i, responses.length);
            }
        }
    }
}
