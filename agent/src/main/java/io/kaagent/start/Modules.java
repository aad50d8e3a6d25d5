package io.kaagent.start;

import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * JDK 9 and later: opens the packages of {@code java.base} whose members the agent reads to the agent's module (the unnamed one of
 * the boot loader), and only to that. Compiled by itself, against the JDK that builds: by reflection a call with so many arguments costs
 * 10 ms on JDK 25.
 */
final class Modules {
    private static final String[] PACKAGES = {
        "java.io", // FilterInputStream.in, BufferedInputStream.count and pos: the stream below a response
        "jdk.internal.misc", // VM.getRuntimeArguments: which jar was given
        "jdk.internal.vm", // VMSupport.agentProps: what who attaches is shown
        "java.lang.ref", // Finalizer.next: that of a TLS socket, up to JDK 17
        "java.net", // Socket.impl, SocketImpl.getFileDescriptor
        "java.security.cert", // PKIXParameters: what a trust manager checks
        "javax.net.ssl", // SSLContext.contextSpi
        "sun.net", // NetworkClient.serverSocket
        "sun.net.www", // the fields of MessageHeader
        "sun.net.www.http", // HttpClient, ChunkedInputStream
        "sun.net.www.protocol.http", // the authenticator of a connection
        "sun.nio.ch", // Net.poll
        "sun.security.ssl" // BaseSSLSocketImpl.self, SSLContextImpl and its managers
    };

    private Modules() {}

    static void openToUs(Instrumentation instrumentation) {
        try {
            Module base = Object.class.getModule();
            instrumentation.redefineModule(
                    base,
                    Collections.<Module>emptySet(),
                    Collections.<String, Set<Module>>emptyMap(),
                    opens(Modules.class.getModule(), base.getPackages()),
                    Collections.<Class<?>>emptySet(),
                    Collections.<Class<?>, List<Class<?>>>emptyMap());
        } catch (NoSuchMethodError e) {
            return; // JDK 8: there is nothing to open
        }
    }

    /** A package that some newer JDK no longer has is left out: the seam report or a null member will tell. */
    private static Map<String, Set<Module>> opens(Module us, Set<String> known) {
        Map<String, Set<Module>> opens = new HashMap<String, Set<Module>>();
        for (String name : PACKAGES) {
            if (known.contains(name)) {
                opens.put(name, Collections.singleton(us));
            }
        }
        return opens;
    }
}
