package io.kaagent.start;

import io.kaagent.jdk.Members;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Does the jar run that was given? The manifest puts a file called {@code ka-agent.jar} on the boot path, next to the jar that was
 * given: if that one was renamed, an older copy beside it is found instead, and runs.
 */
final class StaleCopy {
    private static final String OPTION = "-javaagent:";

    private StaleCopy() {}

    /** What to say of it; null if the right one runs, or it can't be told. */
    static String notice() {
        try {
            List<File> given = given();
            if (isAmong(given, firstByName())) {
                return null;
            }
            File running = running();
            if (isAmong(given, running)) {
                return null;
            }
            for (File jar : given) {
                String version = versionOf(jar);
                if (version != null) {
                    return "version " + version + " was given (" + jar + "), but version " + Version.CURRENT
                            + " lies beside it and runs (" + running + "); remove one of the two";
                }
            }
            return null;
        } catch (Exception e) {
            return null; // a notice less, and nothing else
        }
    }

    private static boolean isAmong(List<File> given, File jar) throws IOException {
        for (File one : given) {
            if (one.getCanonicalFile().equals(jar)) {
                return true;
            }
        }
        return false;
    }

    /**
     * What runs unless something is odd: the first file on the boot path that has one of our names; null if there is none. To look for our own
     * class file instead opens jars, the JDK's image, and NIO with them.
     */
    private static File firstByName() throws IOException {
        String path = System.getProperty("sun.boot.class.path"); // JDK 8
        Method saved = path == null ? Members.method("jdk.internal.misc.VM", "getSavedProperty", String.class) : null;
        if (saved != null) {
            path = (String) Members.call(saved, null, "jdk.boot.class.path.append");
        }
        if (path != null) {
            StringTokenizer entries = new StringTokenizer(path, File.pathSeparator);
            while (entries.hasMoreTokens()) {
                File file = new File(entries.nextToken());
                if (isOurs(file.getName()) && file.isFile()) {
                    return file.getCanonicalFile();
                }
            }
        }
        return null;
    }

    /** Those of the manifest. */
    private static boolean isOurs(String name) {
        return name.equals("ka-agent.jar") || name.equals("ka-agent-" + Version.CURRENT + ".jar");
    }

    /** Where our class files come from. */
    private static File running() throws URISyntaxException, IOException {
        String url = String.valueOf(ClassLoader.getSystemResource("io/kaagent/start/StaleCopy.class"));
        return new File(new URI(url.substring("jar:".length(), url.lastIndexOf("!/")))).getCanonicalFile();
    }

    /** The jars of all agents: from the JVM's arguments; on JDK 8, which keeps them to itself, the whole class path. */
    private static List<File> given() throws URISyntaxException {
        List<File> given = new ArrayList<File>();
        String[] arguments = JvmArguments.given();
        if (arguments != null) {
            for (String argument : arguments) {
                if (argument.startsWith(OPTION)) {
                    int equals = argument.indexOf('=');
                    given.add(new File(argument.substring(OPTION.length(), equals < 0 ? argument.length() : equals)));
                }
            }
        } else if (ClassLoader.getSystemClassLoader() instanceof URLClassLoader) {
            for (URL url : ((URLClassLoader) ClassLoader.getSystemClassLoader()).getURLs()) {
                given.add(new File(url.toURI()));
            }
        }
        return given;
    }

    /** Null unless it is a jar of this agent. */
    private static String versionOf(File jar) throws IOException {
        if (!jar.isFile()) {
            return null; // a directory on the class path
        }
        try (JarFile file = new JarFile(jar, false)) {
            Attributes main = file.getManifest() == null
                    ? new Attributes()
                    : file.getManifest().getMainAttributes();
            return "ka-agent".equals(main.getValue("Implementation-Title"))
                    ? main.getValue("Implementation-Version")
                    : null;
        }
    }
}
