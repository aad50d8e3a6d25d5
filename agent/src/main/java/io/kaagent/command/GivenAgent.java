package io.kaagent.command;

import java.io.File;
import java.io.IOException;
import java.util.Properties;
import java.util.StringTokenizer;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Was a JVM started with the agent, though it doesn't answer? */
final class GivenAgent {
    private static final String OPTION = "-javaagent:";

    private GivenAgent() {}

    /** The jar and its version; null if it was not, as far as can be told: a path with a space in it is not found. */
    static String of(Attached jvm) throws Refusal {
        String arguments = jvm.agentProperties().getProperty("sun.jvm.args", "");
        Properties system = jvm.systemProperties();
        for (StringTokenizer all = new StringTokenizer(arguments); all.hasMoreTokens(); ) {
            String argument = all.nextToken();
            if (argument.startsWith(OPTION)) {
                int equals = argument.indexOf('=');
                String path = argument.substring(OPTION.length(), equals < 0 ? argument.length() : equals);
                File jar = new File(path);
                File absolute = jar.isAbsolute() ? jar : new File(system.getProperty("user.dir", ""), path);
                String version = versionOf(absolute);
                if (version != null) {
                    return path + ", version " + version;
                }
            }
        }
        return null;
    }

    /** Null unless it is a jar of this agent. */
    private static String versionOf(File jar) {
        try (JarFile file = new JarFile(jar, false)) {
            Manifest manifest = file.getManifest();
            return manifest != null
                            && "ka-agent".equals(manifest.getMainAttributes().getValue("Implementation-Title"))
                    ? manifest.getMainAttributes().getValue("Implementation-Version")
                    : null;
        } catch (IOException e) {
            return null; // gone, or not readable by this user: nothing can be said of it
        }
    }
}
