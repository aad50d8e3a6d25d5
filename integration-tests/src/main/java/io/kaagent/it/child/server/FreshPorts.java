package io.kaagent.it.child.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * No port is given to two sites: what a client has learned of the one, such as that it sends what nobody asked for, and what somebody still
 * sends there, is not meant for the other.
 */
final class FreshPorts {
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreshPorts() {}

    static ServerSocket listener(boolean halts, int backlog, InetAddress here) throws IOException {
        while (true) {
            ServerSocket listener = halts ? HaltingSocket.listener(backlog, here) : new ServerSocket(0, backlog, here);
            if (GIVEN.add(listener.getLocalPort())) {
                return listener;
            }
            listener.close();
        }
    }
}
