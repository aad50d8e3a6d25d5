package io.kaagent.demo;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts JVMs like the one it runs in and keeps them together: none is left when it closes, nor when this JVM is
 * interrupted. If this JVM is killed outright, {@link StandardInput} ends them.
 */
final class Stage implements AutoCloseable {

    private final String agentJar;
    private final List<Child> children = new ArrayList<>();

    Stage(String agentJar) {
        this.agentJar = agentJar;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "kill children"));
    }

    /** Starts a server for a client of this variant and returns it when it listens; the port is its next line. */
    Child server(Variant variant, String... arguments) {
        return start("the server (" + variant.title() + ")", new ArrayList<>(), Server.class, arguments);
    }

    /** Starts a client with the agent's options if the variant has the agent. */
    Child client(
            Variant variant, List<String> jvmArguments, String[] agentOptions, Class<?> main, String... arguments) {
        List<String> all = new ArrayList<>(jvmArguments);
        all.addAll(variant.jvmArguments(agentJar, agentOptions));
        return start("the client (" + variant.title() + ")", all, main, arguments);
    }

    @Override
    public synchronized void close() {
        for (Child child : children) {
            child.kill();
        }
    }

    private synchronized Child start(String name, List<String> jvmArguments, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(jvmArguments);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(Arrays.asList(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Child child = new Child(name, process);
            children.add(child);
            return child;
        } catch (IOException e) {
            throw new ChildFailed(name + " could not be started: " + e);
        }
    }
}
