package io.kaagent.it.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.Socket;
import java.net.SocketOption;
import java.util.StringTokenizer;

/** Sets and tells the options of a socket by name; {@code StandardSocketOptions.IP_TOS} and its like need JDK 9. */
final class SocketOptionNames {
    private SocketOptionNames() {}

    /** @param options such as {@code linger=0;noDelay=true} */
    static void setAll(Socket socket, String options) throws Exception {
        for (StringTokenizer each = new StringTokenizer(options, ";"); each.hasMoreTokens(); ) {
            String option = each.nextToken();
            int equals = option.indexOf('=');
            set(socket, option.substring(0, equals), option.substring(equals + 1));
        }
    }

    static Object get(Socket socket, String name) throws Exception {
        switch (name) {
            case "soTimeout":
                return socket.getSoTimeout();
            case "noDelay":
                return socket.getTcpNoDelay();
            case "linger":
                return socket.getSoLinger();
            case "receiveBuffer":
                return socket.getReceiveBufferSize();
            case "sendBuffer":
                return socket.getSendBufferSize();
            case "trafficClass":
                return socket.getTrafficClass();
            case "keepAlive":
                return socket.getKeepAlive();
            case "oobInline":
                return socket.getOOBInline();
            case "reuseAddress":
                return socket.getReuseAddress();
            default:
                return call(socket, "getOption", new Class<?>[] {SocketOption.class}, constant(name));
        }
    }

    private static void set(Socket socket, String name, String value) throws Exception {
        boolean on = Boolean.parseBoolean(value);
        switch (name) {
            case "soTimeout":
                socket.setSoTimeout(Integer.parseInt(value));
                break;
            case "noDelay":
                socket.setTcpNoDelay(on);
                break;
            case "linger":
                socket.setSoLinger(Integer.parseInt(value) >= 0, Integer.parseInt(value));
                break;
            case "receiveBuffer":
                socket.setReceiveBufferSize(Integer.parseInt(value));
                break;
            case "sendBuffer":
                socket.setSendBufferSize(Integer.parseInt(value));
                break;
            case "trafficClass":
                socket.setTrafficClass(Integer.parseInt(value));
                break;
            case "keepAlive":
                socket.setKeepAlive(on);
                break;
            case "oobInline":
                socket.setOOBInline(on);
                break;
            case "reuseAddress":
                socket.setReuseAddress(on);
                break;
            case "performance":
                socket.setPerformancePreferences(1, 2, 3);
                break;
            default:
                setByConstant(socket, constant(name), value);
        }
    }

    private static void setByConstant(Socket socket, SocketOption<?> option, String value) throws Exception {
        Object typed = option.type() == Boolean.class ? (Object) Boolean.valueOf(value) : Integer.valueOf(value);
        call(socket, "setOption", new Class<?>[] {SocketOption.class, Object.class}, option, typed);
    }

    private static SocketOption<?> constant(String name) throws ReflectiveOperationException {
        int dot = name.indexOf('.');
        String packageName = name.startsWith("Standard") ? "java.net." : "jdk.net.";
        Class<?> constants = Class.forName(packageName + name.substring(0, dot));
        return (SocketOption<?>) constants.getField(name.substring(dot + 1)).get(null);
    }

    private static Object call(Socket socket, String method, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException, IOException {
        try {
            return Socket.class.getMethod(method, types).invoke(socket, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException) {
                throw (IOException) e.getCause();
            }
            throw e;
        }
    }
}
