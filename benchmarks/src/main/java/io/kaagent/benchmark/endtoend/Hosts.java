package io.kaagent.benchmark.endtoend;

import io.kaagent.benchmark.Child;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Two hosts and a link between them that takes its time: network namespaces, and VXLAN over veth, whose frames go through the link of the integration
 * tests, because few kernels can delay packets by themselves ({@code tc netem}). A way and a legacy client have an address of their own on either host:
 * that gives each the whole range of local ports.
 */
final class Hosts implements AutoCloseable {
    /** The loopback of the client's host. */
    static final String NEAR = "127.0.0.1";

    /** Documentation's block (RFC 5737). */
    static final String FAR = "192.0.2.2";

    private static final String LINK = "io.kaagent.it.child.link.Link";
    private static final String LINK_CLASSES = "benchmarks/target/link";

    /** Removes them when its input ends, however this JVM does. */
    private static final String GUARD =
            "trap : INT TERM HUP; echo ready; cat >/dev/null; for n; do ip netns del $n; done";

    private final String prefix = "ka-e2e-" + System.nanoTime() + "-";
    private final Child guard;
    private final Child link;

    Hosts() throws IOException {
        guard = new Child(Arrays.asList("sh", "-c", GUARD, "guard", prefix + "link", prefix + "near", prefix + "far"));
        guard.line();
        ip("netns", "add", prefix + "link");
        host("near", 1, 2);
        host("far", 2, 1);
        in("near", "route", "add", "198.18.0.0/15", "via", FAR);
        in("far", "route", "add", "local", "198.18.0.0/15", "dev", "lo");
        link = new Child(on(
                "link",
                java(
                        new File(System.getProperty("java.home")),
                        Arrays.asList("-Xmx256m", "-cp", LINK_CLASSES, LINK, "169.254.1.1", "169.254.2.1"))));
        delay(0);
    }

    /** Of each packet, in either direction. */
    void delay(int millis) throws IOException {
        String answer = link.answer("be delay=" + millis);
        if (!answer.equals("@ok")) {
            throw new IOException(answer);
        }
    }

    /** The address of its own; on loopback another one for each number of threads, for which {@code %d} stands. */
    static String address(Way way, Legacy legacy, boolean far) {
        return (far ? "198.18." : "127.%d.") + (way.ordinal() + 1) + "." + (legacy.ordinal() + 1);
    }

    /** That command on the client's host. */
    List<String> near(List<String> command) {
        return on("near", command);
    }

    List<String> far(List<String> command) {
        return on("far", command);
    }

    static List<String> java(File jdk, List<String> arguments) {
        List<String> command = new ArrayList<>(Collections.singletonList(new File(jdk, "bin/java").getPath()));
        command.addAll(arguments);
        return command;
    }

    @Override
    public void close() throws IOException {
        link.answer("exit");
        link.close();
        guard.close();
    }

    private List<String> on(String host, List<String> command) {
        List<String> all = new ArrayList<>(Arrays.asList("ip", "netns", "exec", prefix + host));
        all.addAll(command);
        return all;
    }

    /** The kernel's packets may not be larger than those of a network, and it needs nobody to tell where the other host is. */
    private void host(String name, int side, int other) throws IOException {
        ip("netns", "add", prefix + name);
        String under = "169.254." + side + ".";
        in("link", "link", "add", name, "type", "veth", "peer", "name", "under", "netns", prefix + name);
        in("link", "addr", "add", under + "2/30", "dev", name);
        in("link", "link", "set", name, "up");
        in(name, "link", "set", "lo", "up");
        in(name, "addr", "add", under + "1/30", "dev", "under");
        in(name, "link", "set", "under", "up");
        String vxlan =
                "link add network address " + ethernet(side) + " type vxlan id 1 dstport 4789 remote " + under + "2";
        in(name, vxlan.split(" "));
        in(name, "addr", "add", "192.0.2." + side + "/24", "dev", "network");
        in(name, "link", "set", "network", "gso_max_segs", "1");
        in(name, "link", "set", "network", "up");
        String neighbour = "neigh add 192.0.2." + other + " lladdr " + ethernet(other) + " dev network nud permanent";
        in(name, neighbour.split(" "));
    }

    private static String ethernet(int side) {
        return "02:00:00:00:00:0" + side;
    }

    private void in(String host, String... command) throws IOException {
        List<String> all = new ArrayList<>(Arrays.asList("-n", prefix + host));
        all.addAll(Arrays.asList(command));
        ip(all.toArray(new String[0]));
    }

    private static void ip(String... command) throws IOException {
        List<String> all = new ArrayList<>(Collections.singletonList("ip"));
        all.addAll(Arrays.asList(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new BufferedReader(new InputStreamReader(process.getInputStream(), "US-ASCII"))
                .lines()
                .collect(Collectors.joining(" "));
        if (!said.isEmpty()) {
            throw new IOException(
                    String.join(" ", all) + ": " + said + " (two hosts need Linux, root, iproute2, veth and vxlan)");
        }
    }
}
