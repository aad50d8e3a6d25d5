package io.kaagent.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The JDKs to measure on: as for the tests {@code KA_TEST_JDKS="8=/home/of/8,11=/home/of/11"}, or only the one at hand. */
public final class Jdks {
    private Jdks() {}

    public static List<File> find() {
        String named = System.getenv("KA_TEST_JDKS");
        return named == null || named.isEmpty()
                ? Collections.singletonList(new File(System.getProperty("java.home")))
                : Arrays.stream(named.trim().split("\\s*,\\s*"))
                        .map(pair -> new File(pair.substring(pair.indexOf('=') + 1)))
                        .collect(Collectors.toList());
    }

    /** Its number, of which 8 was once 1.8. */
    static String feature(File jdk) throws IOException {
        return version(jdk).replaceFirst("^1[.]", "").replaceFirst("[^0-9].*", "");
    }

    /** As its {@code release} file has it; older ones of Debian lack that. */
    public static String version(File jdk) throws IOException {
        Path release = new File(jdk, "release").toPath();
        if (Files.isReadable(release)) {
            for (String line : Files.readAllLines(release, StandardCharsets.US_ASCII)) {
                if (line.startsWith("JAVA_VERSION=")) {
                    return line.replaceAll("^[^\"]*\"|\"$", "");
                }
            }
        }
        return jdk.getName().replaceAll("^[^0-9]*", "");
    }
}
