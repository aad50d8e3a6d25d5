package io.kaagent.benchmark;

import java.io.File;
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
}
