package io.kaagent.it.child;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;

/**
 * Another agent that weaves {@code java.net.Socket}: what it puts in is the next letter into the name of the source file, and so it is
 * to be seen how often it did. As an application it is {@link RawHello}, and tells that name.
 */
public final class OtherAgent implements ClassFileTransformer {
    private static final String FILE = "Socket.jav";

    private static Instrumentation later;

    private OtherAgent() {}

    /**
     * @param argument {@code retransform}: the class as it is now, at once; {@code once}: the same, and then no more, but
     *     between the requests it is retransformed
     */
    public static void premain(String argument, Instrumentation instrumentation) throws Exception {
        OtherAgent agent = new OtherAgent();
        instrumentation.addTransformer(agent, true);
        if ("retransform".equals(argument)) {
            instrumentation.retransformClasses(Socket.class);
        } else if ("once".equals(argument)) {
            instrumentation.retransformClasses(Socket.class);
            instrumentation.removeTransformer(agent);
            later = instrumentation;
        }
    }

    public static void main(String[] arguments) throws Exception {
        RawHello.main(arguments);
        if (later != null) {
            later.retransformClasses(Socket.class);
            RawHello.main(arguments);
        }
        try {
            new Socket().connect(null);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getStackTrace()[0].getFileName());
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (!"java/net/Socket".equals(name)) {
            return null;
        }
        String text = new String(classFile, StandardCharsets.ISO_8859_1); // a character for each byte
        int letter = text.indexOf(FILE) + FILE.length();
        byte[] changed = classFile.clone();
        changed[letter]++;
        return changed;
    }
}
