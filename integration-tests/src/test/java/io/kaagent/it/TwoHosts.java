package io.kaagent.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.it.child.Message;
import io.kaagent.it.child.link.Link;
import io.kaagent.it.child.server.Server;

/**
 * A client and a server as on two hosts, and a network between them that loses packets, or all of them, as a test wants it. Each has a network
 * namespace of its own; a third one is the network. What they send each other (VXLAN over veth) goes through {@link Link}.
 */
final class TwoHosts implements AutoCloseable {
    /** The server's address; the block is for documentation (RFC 5737), and known in these namespaces only. */
    static final String SERVER = "192.0.2.2";

    private static final int CLIENT_SIDE = 1;
    private static final int SERVER_SIDE = 2;

    private final Namespaces namespaces = new Namespaces("network", "client", "server");
    private final RunningJvm link;
    private RunningJvm server;

    TwoHosts() {
        connect("client", CLIENT_SIDE, SERVER_SIDE);
        connect("server", SERVER_SIDE, CLIENT_SIDE);
        link = in("network", AgentJvm.on(Jdks.atHand()))
                .start(Link.class, underlay(CLIENT_SIDE, 1), underlay(SERVER_SIDE, 1));
        server = in("server", AgentJvm.on(Jdks.atHand())).start(Server.class);
        weather(new Message("be"));
    }

    /** Skips the tests, and tells why, where there can't be two hosts. */
    static void assume() {
        Namespaces.assume();
    }

    /** That application on the client's host. */
    AgentJvm onClient(AgentJvm jvm) {
        return in("client", jvm);
    }

    Site http() {
        return listen(new Message("listen"), "http");
    }

    Site https() {
        return listen(new Message("listen").with("tls", Certificates.right()), "https");
    }

    /** Nothing passes from now on. */
    void silence() {
        weather(new Message("be").with("silent", true));
    }

    /** All passes, at once. */
    void calm() {
        weather(new Message("be"));
    }

    /** All packets are late, some are lost. */
    void storm(int perMilleLost, int delayMillis, int jitterMillis) {
        weather(new Message("be")
                .with("loss", perMilleLost)
                .with("delay", delayMillis)
                .with("jitter", jitterMillis));
    }

    /** Nothing passes any more of the connections that there are; new ones are served. */
    void forget() {
        weather(new Message("forget"));
    }

    /** How many packets did not get through. */
    int lost() {
        return weather(new Message("count")).number("dropped");
    }

    /** The server is gone with all its connections, and nobody has been told; another one comes in its place, and knows nothing of them. */
    void replaceServer() {
        namespaces.ip("network", "link del server");
        server.kill();
        namespaces.renew("server");
        connect("server", SERVER_SIDE, CLIENT_SIDE);
        server = in("server", AgentJvm.on(Jdks.atHand())).start(Server.class);
    }

    /** The site as it was, on the server that there is now, which has not counted anything yet. */
    Site again(Site site) {
        return site.scheme().equals("https")
                ? listen(new Message("listen").with("tls", Certificates.right()).with("port", site.port()), "https")
                : listen(new Message("listen").with("port", site.port()), "http");
    }

    @Override
    public void close() {
        try {
            end(server);
            end(link);
        } finally {
            namespaces.close();
        }
    }

    private Message weather(Message message) {
        return link.ask(message);
    }

    private Site listen(Message message, String scheme) {
        return new Site(server, scheme, SERVER, server.ask(message.with("address", SERVER)));
    }

    /** The kernel's packets may not be larger than those of a network, and it needs nobody to tell where the other host is. */
    private void connect(String host, int side, int otherSide) {
        namespaces.ip(
                "network",
                "link add " + host + " type veth peer name under netns " + namespaces.of(host),
                "addr add " + underlay(side, 2) + "/30 dev " + host,
                "link set " + host + " up");
        namespaces.ip(
                host,
                "link set lo up",
                "addr add " + underlay(side, 1) + "/30 dev under",
                "link set under up",
                "link add network address " + ethernet(side) + " type vxlan id 1 dstport 4789 remote "
                        + underlay(side, 2),
                "addr add 192.0.2." + side + "/24 dev network",
                "link set network gso_max_segs 1",
                "link set network up",
                "neigh add 192.0.2." + otherSide + " lladdr " + ethernet(otherSide) + " dev network nud permanent");
    }

    private AgentJvm in(String host, AgentJvm jvm) {
        return jvm.under("ip", "netns", "exec", namespaces.of(host));
    }

    private static void end(RunningJvm jvm) {
        jvm.ask(new Message("exit"));
        assertThat(jvm.awaitExit()).isEqualTo(FinishedJvm.silent());
    }

    private static String underlay(int side, int end) {
        return "169.254." + side + "." + end;
    }

    private static String ethernet(int side) {
        return "02:00:00:00:00:0" + side;
    }
}
