package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Child;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The same server twice: on the client's host, and far from it. */
final class Origins implements AutoCloseable {
    private final Child near;
    private final Child far;
    private final String[] nearPorts;
    private final String[] farPorts;

    /** @param java the command that starts a JVM, with its options and class path */
    Origins(Hosts hosts, List<String> java) throws IOException {
        List<String> command = new ArrayList<>(java);
        command.add(Origin.class.getName());
        near = new Child(hosts.near(command));
        far = new Child(hosts.far(command));
        nearPorts = near.line().split(" ");
        farPorts = far.line().split(" ");
    }

    String port(boolean isFar, boolean tls) {
        return (isFar ? farPorts : nearPorts)[tls ? 1 : 0];
    }

    /** Connections, handshakes, CPU time. */
    long[] counts(boolean isFar) throws IOException {
        return Arrays.stream((isFar ? far : near).answer("").split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    @Override
    public void close() throws IOException {
        near.close();
        far.close();
    }
}
