package io.kaagent.it.child;

import java.io.IOException;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Another agent that weaves every class that is woven here: what it puts in is the next letter into a message, or into the name of the source file. As an
 * application it is {@link EachKind}, and tells these messages.
 */
public final class Retransformer implements ClassFileTransformer {
    private static final List<String> NAMES = Arrays.asList(
            "sun.net.www.http.HttpClient",
            "sun.net.www.http.KeepAliveCache",
            "sun.net.www.http.KeepAliveStream",
            "sun.net.www.http.ChunkedInputStream",
            "sun.net.www.MessageHeader",
            "sun.net.www.protocol.http.HttpURLConnection",
            "sun.net.www.protocol.https.HttpsClient",
            "sun.net.NetworkClient",
            "sun.security.ssl.SSLSocketImpl",
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.lang.management.ManagementFactory");

    private static Instrumentation instrumentation;

    private Retransformer() {}

    /** @param when {@code loaded}: as classes are loaded; {@code at once}: the classes as they are now; {@code later}: see {@link #main} */
    public static void premain(String when, Instrumentation given) throws UnmodifiableClassException {
        instrumentation = given;
        if (!when.equals("later")) {
            given.addTransformer(new Retransformer(), true);
        }
        if (when.equals("at once")) {
            retransform();
        }
    }

    /** If it is to come later: the requests without it, then with it, then without it again. */
    public static void main(String[] addresses) throws Exception {
        EachKind.main(addresses);
        System.out.println(messages());
        if (System.getProperty("later") != null) {
            Retransformer transformer = new Retransformer();
            instrumentation.addTransformer(transformer, true);
            retransform();
            EachKind.main(addresses);
            System.out.println(messages());
            instrumentation.removeTransformer(transformer);
            retransform();
            EachKind.main(addresses);
            System.out.println(messages());
        }
    }

    private static void retransform() throws UnmodifiableClassException {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : NAMES) {
            try {
                classes.add(Class.forName(name, false, null));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        instrumentation.retransformClasses(classes.toArray(new Class<?>[0]));
    }

    private static String messages() throws IOException {
        return messageOf(() -> new Socket().connect(null)) + ", "
                + messageOf(() -> new URL("http://127.0.0.1/").openConnection().setRequestProperty("a:b", "c"));
    }

    private interface Mistake {
        void make() throws IOException;
    }

    private static String messageOf(Mistake mistake) throws IOException {
        try {
            mistake.make();
            return "none";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (name == null || !NAMES.contains(name.replace('/', '.'))) {
            return null;
        }
        String text = new String(classFile, StandardCharsets.ISO_8859_1); // a character for each byte
        String changing = name.endsWith("/Socket")
                ? "connect: The address can't be nul"
                : name.endsWith("/HttpURLConnection")
                        ? "Illegal character(s) in message header fiel"
                        : name.substring(name.lastIndexOf('/') + 1) + ".jav";
        byte[] changed = classFile.clone();
        changed[text.indexOf(changing) + changing.length()]++;
        return changed;
    }
}
