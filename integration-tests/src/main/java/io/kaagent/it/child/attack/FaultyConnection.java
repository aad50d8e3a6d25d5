package io.kaagent.it.child.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** One accepted connection, served by one thread. */
final class FaultyConnection implements Runnable {
    private static final int MOST_IDLE_MILLIS = 30;
    private static final int MOST_LATE_MILLIS = 20;
    private static final int MOST_PIECES = 20;
    private static final String UNASKED = "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n";

    private final FaultyPort port;
    private final Socket plain;
    private Socket socket;
    private final int number;
    private final Random random;
    private InputStream in;
    private OutputStream out;
    private boolean idle;
    private boolean resettable = true;
    private int place;

    FaultyConnection(FaultyPort port, Socket socket, int number, Random random) {
        this.port = port;
        this.plain = socket;
        this.socket = socket;
        this.number = number;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            plain.setTcpNoDelay(true);
            socket = port.secured(plain);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
            while (serve()) {
                place++;
            }
        } catch (IOException e) {
            setIdle(false); // the client went away: what it saw is told on its side
        } finally {
            port.gone(this);
            close(false);
        }
    }

    /** If it is idle, something is sent on it, or it is closed. */
    void nudge(String how) {
        if (!isIdle()) {
            return;
        }
        if (how.equals("stray") || how.equals("timeout")) {
            sendUnasked();
        }
        if (!how.equals("stray")) {
            close(how.equals("reset"));
        }
    }

    void close(boolean reset) {
        try {
            if (reset) {
                plain.setSoLinger(true, 0);
                plain.close();
            }
            socket.close();
        } catch (IOException e) {
            setIdle(false); // closed by the other thread already
        }
    }

    private boolean serve() throws IOException {
        String head = head();
        if (head == null) {
            return false;
        }
        Order order = order(head);
        Executions.Execution execution = port.executions().begin(order, number, place + 1);
        if (order.fault != Fault.EARLY) {
            body(head);
        }
        boolean more = answer(order, execution);
        if (order.fault == Fault.EARLY) {
            body(head);
        }
        if (!more) {
            execution.dies();
            close(order.fault.isReset() && resettable && !execution.isAnsweredInFull());
        }
        return more;
    }

    private boolean answer(Order order, Executions.Execution execution) throws IOException {
        Wire wire = new Wire(order);
        if (order.fault == Fault.SILENT || order.fault.isStale() && place > 0) {
            execution.dies();
            return false;
        }
        if (order.fault == Fault.LATE) {
            LockSupport.parkNanos(order.degree % MOST_LATE_MILLIS * 1_000_000L);
        }
        resettable &= order.fault != Fault.PIECES; // some wait for the window, also while another answer follows
        byte[] bytes = wire.all();
        int length = order.fault == Fault.CUT || order.fault == Fault.CUT_RESET ? wire.cut() : bytes.length;
        int piece = order.fault == Fault.PIECES ? 1 + length / (1 + order.degree % MOST_PIECES) : Math.max(1, length);
        for (int from = 0; from < length; from += piece) {
            execution.answers();
            out.write(bytes, from, Math.min(piece, length - from));
        }
        if (length == bytes.length) {
            execution.ends();
        }
        return !order.willClose() && !order.fault.endsConnection();
    }

    private String head() throws IOException {
        int first = first();
        if (first < 0) {
            return null;
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int b = first; b >= 0; b = in.read()) {
            head.write(b);
            if (b == '\n' && isEnd(head)) {
                return head.toString("US-ASCII");
            }
        }
        return null;
    }

    private static boolean isEnd(ByteArrayOutputStream head) {
        byte[] bytes = head.toByteArray();
        int end = bytes.length;
        return end >= 4 && bytes[end - 4] == '\r' && bytes[end - 3] == '\n' && bytes[end - 2] == '\r';
    }

    /** The first byte of the next request; -1 if there is none, or the wait was too long. */
    private int first() throws IOException {
        boolean impatient = port.manner().isImpatient() && place > 0;
        socket.setSoTimeout(impatient ? 1 + random.nextInt(MOST_IDLE_MILLIS) : 0);
        setIdle(true);
        try {
            int first = in.read();
            setIdle(false);
            socket.setSoTimeout(0);
            return first;
        } catch (SocketTimeoutException e) {
            close(resettable && random.nextBoolean());
            return -1;
        }
    }

    private void body(String head) throws IOException {
        int at = head.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
        for (int i = 0; i < length; i++) {
            if (in.read() < 0) {
                throw new IOException("half a body");
            }
        }
    }

    private static Order order(String head) {
        String[] line = head.substring(0, head.indexOf('\r')).split(" ");
        int minor = line[2].charAt(line[2].length() - 1) - '0';
        boolean close = minor == 0
                ? !head.contains("\r\nConnection: keep-alive\r\n")
                : head.contains("\r\nConnection: close\r\n");
        return Order.parse(line[0], line[1], minor, close);
    }

    private void sendUnasked() {
        try {
            out.write(UNASKED.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            close(false); // the client has closed it already
        }
    }

    private synchronized boolean isIdle() {
        return idle;
    }

    private synchronized void setIdle(boolean now) {
        idle = now;
    }
}
