package io.kaagent.benchmark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.stream.Collectors;

/** A JDK that is measured, asked itself what it is: not each has a {@code release} file. */
public final class Jdk {
    /** The path of its launcher. */
    public final String java;

    /** In full, such as 1.8.0_504. */
    public final String version;

    /** 8, 11, ... */
    public final int release;

    public Jdk(File home) throws IOException {
        java = new File(home, "bin/java").getPath();
        version = lines(new ProcessBuilder(java, "-version")).get(0).split("\"")[1];
        String[] parts = version.split("[._-]");
        release = Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
    }

    /** What a process prints, on both streams. */
    public static List<String> lines(ProcessBuilder command) throws IOException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), "UTF-8"))) {
            List<String> lines = out.lines().collect(Collectors.toList());
            if (process.waitFor() != 0) {
                throw new IOException(command.command() + ": " + lines);
            }
            return lines;
        } catch (InterruptedException e) {
            process.destroy();
            throw new IOException(e);
        }
    }
}
