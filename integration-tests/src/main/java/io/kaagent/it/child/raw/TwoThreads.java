package io.kaagent.it.child.raw;

import java.io.IOException;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.FutureTask;

/** Sockets that more than one thread holds, and threads that are interrupted. */
final class TwoThreads {
    private TwoThreads() {}

    static void oneReadsTheOtherWrites(Visit visit) throws Exception {
        try (Socket socket = visit.socket()) {
            FutureTask<byte[]> reading = new FutureTask<>(() -> Reading.toEnd(socket.getInputStream()));
            new Thread(reading, "reader").start();
            visit.write(socket, visit.head("GET", "body=31", "Connection: close"));
            visit.saw("answer", reading.get());
        }
    }

    /** While it waits for an answer. */
    static void closedByAnother(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "hold"));
        FutureTask<Object> closing = closing(Thread.currentThread(), socket);
        try {
            visit.saw("read", socket.getInputStream().read());
        } catch (IOException e) {
            visit.threw("read", e);
        }
        closing.get();
        Look.at(visit, "closed", socket);
        visit.signal();
    }

    static void closedByAnotherAmidTheBody(Visit visit) throws Exception {
        Socket socket = visit.socket();
        visit.write(socket, visit.head("GET", "body=50&pause=25", "Connection: close"));
        visit.saw("head", Reading.head(socket.getInputStream()));
        visit.saw("part", Reading.exactly(socket.getInputStream(), 25));
        FutureTask<Object> closing = closing(Thread.currentThread(), socket);
        try {
            visit.saw("rest", Reading.toEnd(socket.getInputStream()));
        } catch (IOException e) {
            visit.threw("rest", e);
        }
        closing.get();
        visit.signal();
    }

    /** Which a plain socket doesn't notice on a thread of the platform. */
    static void interrupted(Visit visit) throws Exception {
        Thread.currentThread().interrupt();
        try (Socket socket = visit.socket()) {
            visit.write(socket, visit.head("GET", "body=32", "Connection: close"));
            visit.saw("answer", Reading.toEnd(socket.getInputStream()));
            Look.at(visit, "after", socket);
        } finally {
            visit.saw("interrupted", Thread.interrupted());
        }
    }

    /** As soon as that thread is waiting for bytes. */
    private static FutureTask<Object> closing(Thread reader, Socket socket) {
        FutureTask<Object> closing = new FutureTask<>(() -> {
            while (!isReading(reader)) {
                Thread.yield();
            }
            socket.close();
            return null;
        });
        new Thread(closing, "closer").start();
        return closing;
    }

    /** In one of the native methods that JDKs wait in. */
    static boolean isReading(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length > 0 && Arrays.asList("socketRead0", "read0", "poll").contains(stack[0].getMethodName());
    }
}
