package io.kaagent.it.jar;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which package of the agent may use which: the arrows of docs/architecture.md, read from the class references. */
class PackageArrowsIT {
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("", Set.of("start")), // by name, if it is not on the boot side itself
            Map.entry("command", Set.of("config", "start", "watch", "watch/report")),
            Map.entry(
                    "start",
                    Set.of(
                            "config",
                            "pool",
                            "tcp",
                            "client",
                            "url",
                            "socket",
                            "http1",
                            "background",
                            "jdk",
                            "tls",
                            "observe",
                            "hook",
                            "weave",
                            "watch",
                            "watch/jfr",
                            "watch/jmx",
                            "watch/report")),
            Map.entry("config", Set.of()),
            Map.entry("pool", Set.of()),
            Map.entry("jdk", Set.of()),
            Map.entry("background", Set.of()),
            Map.entry("tcp", Set.of("jdk")),
            Map.entry("http1", Set.of()),
            Map.entry("client", Set.of("pool", "tls", "jdk", "config")),
            Map.entry("tls", Set.of("jdk")),
            Map.entry("url", Set.of("client", "pool", "tcp", "tls", "background", "jdk", "config")),
            Map.entry("socket", Set.of("client", "pool", "tcp", "tls", "background", "jdk", "config", "http1")),
            Map.entry("observe", Set.of("pool", "tls", "http1", "jdk", "config")),
            Map.entry("hook", Set.of("url", "socket", "tcp", "observe", "jdk")),
            Map.entry("weave", Set.of()), // names the hooks, and does not load them
            Map.entry("watch", Set.of("config", "pool", "observe")),
            Map.entry("watch/report", Set.of("config", "watch")),
            Map.entry("watch/jfr", Set.of("pool")),
            Map.entry("watch/jfr/event", Set.of("pool")),
            Map.entry("watch/jmx", Set.of("config", "pool", "background", "watch")));

    @Test
    void everyPackageHasItsArrows() {
        assertThat(AgentJar.ownClasses()).extracting(ClassFile::ownPackage).isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void everyPackageUsesOnlyThePackagesItMay() {
        assertThat(violations(
                        file -> true,
                        (file, name) -> isOurs(name)
                                && !MAY_USE.getOrDefault(file.ownPackage(), Set.of())
                                        .contains(ClassFile.ownPackageOf(name))))
                .isEmpty();
    }

    @Test
    void thePoolUsesNothingButJavaLangAndJavaUtil() {
        assertThat(violations(
                        in("pool"), (file, name) -> !name.startsWith("java/lang/") && !name.startsWith("java/util/")))
                .isEmpty();
    }

    @Test
    void framingOfHttp1UsesNothingButJavaLang() {
        assertThat(violations(in("http1"), (file, name) -> !name.startsWith("java/lang/")))
                .isEmpty();
    }

    @Test
    void onlyWeavingUsesAsm() {
        assertThat(violations(
                        in("weave").negate(), (file, name) -> name.startsWith("io/kaagent/shaded/bytebuddy/jar/")))
                .isEmpty();
    }

    /** They pull in much of the JDK before main, and some of them run application code or the agent's own seams. */
    @Test
    void nothingUsesStreamsRegularExpressionsOrTheJdksLogging() {
        List<String> avoided = List.of("java/util/stream/", "java/util/regex/", "java/util/logging/");
        assertThat(violations(file -> true, (file, name) -> avoided.stream().anyMatch(name::startsWith)))
                .isEmpty();
    }

    /** Types of the JDK's own packages differ by release and are not accessible; they are passed as Object. */
    @Test
    void nothingRefersToInternalTypesOfTheJdk() {
        List<String> internal = List.of("sun/", "jdk/", "com/sun/");
        assertThat(violations(
                        file -> true,
                        (file, name) -> internal.stream().anyMatch(name::startsWith) && !isPublicApiOfJfr(name)))
                .isEmpty();
    }

    /** A JDK need not have it, and to load it costs: nothing else may link to it, nor to the classes that do. */
    @Test
    void onlyEventsUseJfrAndNothingUsesThemButByName() {
        assertThat(violations(
                        in("watch/jfr/event").negate(),
                        (file, name) -> isPublicApiOfJfr(name) || name.startsWith("io/kaagent/watch/jfr/event/")))
                .isEmpty();
    }

    private interface Reference {
        boolean isWrong(ClassFile from, String to);
    }

    private static List<String> violations(Predicate<ClassFile> from, Reference reference) {
        return AgentJar.ownClasses().stream()
                .filter(from)
                .flatMap(file -> wrong(file, reference))
                .toList();
    }

    private static Stream<String> wrong(ClassFile file, Reference reference) {
        String names = file.references().stream()
                .filter(name -> !ClassFile.ownPackageOf(name).equals(file.ownPackage()) || !isOurs(name))
                .filter(name -> reference.isWrong(file, name))
                .collect(joining(", "));
        return names.isEmpty() ? Stream.empty() : Stream.of(file + " -> " + names);
    }

    private static Predicate<ClassFile> in(String ownPackage) {
        return file -> file.ownPackage().equals(ownPackage);
    }

    private static boolean isPublicApiOfJfr(String internalName) {
        return internalName.startsWith("jdk/jfr/") && internalName.lastIndexOf('/') == "jdk/jfr".length();
    }

    private static boolean isOurs(String internalName) {
        return internalName.startsWith("io/kaagent/") && !internalName.startsWith("io/kaagent/shaded/");
    }
}
