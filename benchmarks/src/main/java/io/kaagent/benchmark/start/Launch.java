package io.kaagent.benchmark.start;

import io.kaagent.benchmark.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** How one JDK is started for each kind. */
final class Launch {
    private final Jdk jdk;
    private final File applications;
    private final File agent;
    private final String bootPath;
    private final String url;
    private final Path directory;

    /** @param directory for archives */
    Launch(Jdk jdk, File applications, File agent, String url, Path directory) {
        this.jdk = jdk;
        this.applications = applications;
        this.agent = agent;
        this.bootPath = agent + File.pathSeparator + new File(agent.getParentFile(), "ka-agent-0.1.0.jar");
        this.url = url;
        this.directory = directory;
    }

    List<String> command(Kind kind, String... more) {
        List<String> command = new ArrayList<>();
        command.add(jdk.java);
        command.addAll(Arrays.asList(more));
        command.addAll(options(kind));
        Class<?> main = kind.asks() ? FirstRequest.class : Idle.class;
        command.addAll(Arrays.asList("-cp", applications.getPath(), main.getName()));
        if (kind.asks()) {
            command.add(url);
        }
        return command;
    }

    private List<String> options(Kind kind) {
        switch (kind) {
            case NONE:
                return Collections.emptyList();
            case EMPTY:
            case EMPTY_REQUEST:
                return Collections.singletonList("-javaagent:" + applications);
            case OFF:
                return Arrays.asList("-javaagent:" + agent, "-Dka.enabled=false");
            case ARCHIVE:
                return Arrays.asList("-javaagent:" + agent, "-Xshare:on", "-XX:SharedArchiveFile=" + file("jsa"));
            case AOT_CACHE:
                return Arrays.asList("-javaagent:" + agent, "-XX:AOTCache=" + file("aot"));
            default:
                return Collections.singletonList("-javaagent:" + agent);
        }
    }

    /** The recipes of docs/startup.md. */
    void makeArchives() throws IOException {
        if (jdk.release >= Kind.ARCHIVE.since) {
            run(command(Kind.AGENT, "-Xshare:off", "-XX:DumpLoadedClassList=" + file("lst")));
            List<String> dump = command(
                    Kind.NONE,
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + file("lst"),
                    "-XX:SharedArchiveFile=" + file("jsa"),
                    "-Xbootclasspath/a:" + bootPath);
            if (jdk.release >= 24) {
                dump.add(1, "--add-modules=java.instrument");
            }
            run(dump);
        }
        if (jdk.release >= Kind.AOT_CACHE.since) {
            run(command(Kind.AGENT, "-XX:AOTCacheOutput=" + file("aot")));
        }
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JDK_AOT_VM_OPTIONS", "-Xbootclasspath/a:" + bootPath);
        Jdk.lines(process);
    }

    private Path file(String ending) {
        return directory.resolve(jdk.release + "." + ending);
    }
}
