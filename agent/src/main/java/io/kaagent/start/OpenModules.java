package io.kaagent.start;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * JDK 9 and later: opens the packages of {@code java.base} whose members the agent reads to the agent's module (the unnamed one of
 * the boot loader), and only to that. By reflection, since the agent is compiled for Java 8.
 */
final class OpenModules {
    private static final String[] PACKAGES = {
        "java.io", // FilterInputStream.in, BufferedInputStream.count and pos: the stream below a response
        "jdk.internal.misc", // VM.getRuntimeArguments: which jar was given
        "jdk.internal.vm", // VMSupport.agentProps: what who attaches is shown
        "java.net", // Socket.impl, SocketImpl.getFileDescriptor
        "java.security.cert", // PKIXParameters: what a trust manager checks
        "javax.net.ssl", // SSLContext.contextSpi
        "sun.net", // NetworkClient.serverSocket
        "sun.net.www", // MessageHeader.findValue
        "sun.net.www.http", // HttpClient, ChunkedInputStream
        "sun.net.www.protocol.http", // the authenticator of a connection
        "sun.nio.ch", // Net.poll
        "sun.security.ssl" // BaseSSLSocketImpl.self, SSLContextImpl and its managers
    };

    private OpenModules() {}

    /** On JDK 8 there is nothing to open. */
    static void toUs(Instrumentation instrumentation) {
        try {
            Method getModule = Class.class.getMethod("getModule");
            Object base = getModule.invoke(Object.class);
            Object us = getModule.invoke(OpenModules.class);
            Method redefine = redefineModule();
            redefine.invoke(
                    instrumentation,
                    base,
                    Collections.emptySet(),
                    Collections.emptyMap(),
                    opens(us, packagesOf(base)),
                    Collections.emptySet(),
                    Collections.emptyMap());
        } catch (NoSuchMethodException e) {
            return; // JDK 8
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A package that some newer JDK no longer has is left out: the seam report or a null member will tell. */
    private static Map<String, Set<Object>> opens(Object us, Set<?> known) {
        Map<String, Set<Object>> opens = new HashMap<String, Set<Object>>();
        for (String name : PACKAGES) {
            if (known.contains(name)) {
                opens.put(name, new HashSet<Object>(Collections.singleton(us)));
            }
        }
        return opens;
    }

    private static Set<?> packagesOf(Object module) throws ReflectiveOperationException {
        return (Set<?>) module.getClass().getMethod("getPackages").invoke(module);
    }

    private static Method redefineModule() throws NoSuchMethodException {
        for (Method method : Instrumentation.class.getMethods()) {
            if (method.getName().equals("redefineModule")) {
                return method;
            }
        }
        throw new NoSuchMethodException("redefineModule");
    }
}
