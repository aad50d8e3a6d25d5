package io.kaagent.socket;

import io.kaagent.config.OriginOptions;
import io.kaagent.config.Protocol;
import io.kaagent.jdk.Members;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketImpl;
import java.security.AccessController;
import java.security.PrivilegedAction;

/**
 * Whether a socket goes straight to where it is told to. Only the platform's own impls do, and the default one only where neither
 * the socket nor the JVM has a SOCKS proxy. Whatever asks a {@link ProxySelector} of the application is left alone: its answer may
 * differ from call to call.
 */
final class Route {
    private static final String SOCKS = "java.net.SocksSocketImpl";
    private static final Field SOCKS_SERVER = Members.field(SOCKS, "server");

    private Route() {}

    static boolean isPlain(SocketImpl impl) {
        String name = impl.getClass().getName();
        if (name.equals(SOCKS)) {
            return !usesProxy(impl) && isDirect();
        }
        return name.equals("java.net.PlainSocketImpl") || name.equals("sun.nio.ch.NioSocketImpl");
    }

    /** Set by the socket's maker, or in the course of connecting. */
    static boolean usesProxy(SocketImpl impl) {
        return impl.getClass().getName().equals(SOCKS)
                && (SOCKS_SERVER == null || Members.get(SOCKS_SERVER, impl) != null);
    }

    /** Resolved, and not the address that stands for none: that one is looked up by the platform, each time. */
    static boolean isKnown(Object address) {
        if (!(address instanceof InetSocketAddress)) {
            return false;
        }
        InetAddress ip = ((InetSocketAddress) address).getAddress();
        return ip != null && !ip.isAnyLocalAddress() && ((InetSocketAddress) address).getPort() > 0;
    }

    /** Whether the operator lets us. */
    static boolean isPooled(OriginOptions options) {
        return options.pool() && options.protocol() != Protocol.NONE;
    }

    private static boolean isDirect() {
        return AccessController.doPrivileged(new PrivilegedAction<Boolean>() {
            @Override
            public Boolean run() {
                ProxySelector selector = ProxySelector.getDefault();
                return selector == null
                        || selector.getClass().getName().equals("sun.net.spi.DefaultProxySelector")
                                && System.getProperty("socksProxyHost") == null;
            }
        });
    }
}
