package io.kaagent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * Sees the class files of the classes to be woven as the JVM has them, what other agents have put in included, and weaves them. Then
 * the classes are redefined to that: if another agent would put its own in once more at that, or a retransformation begins from what
 * was there before, the woven class file is kept.
 *
 * <p>Threading: called by whatever thread loads a class. Changes no class as long as nothing is woven.
 */
final class Weaver implements ClassFileTransformer {
    private final Seams seams;
    private final SeamReport report;
    private final Map<String, byte[]> seen = new ConcurrentHashMap<String, byte[]>();
    private final Map<String, byte[]> woven = new ConcurrentHashMap<String, byte[]>();
    private final Set<String> changedAgain = new CopyOnWriteArraySet<String>();
    private volatile boolean redefinitionOver;
    private volatile boolean sharing;

    Weaver(Seams seams, SeamReport report) {
        this.seams = seams;
        this.report = report;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (loader != null || name == null || seams.of(name).isEmpty()) {
            return null;
        }
        byte[] mine = woven.get(name);
        if (mine == null) {
            seen.put(name, classFile);
            return null;
        }
        if (redefinitionOver
                ? hasHooks(name, classFile) && !changedAgain.contains(name)
                : Arrays.equals(mine, classFile)) {
            return null;
        }
        if (!redefinitionOver) {
            changedAgain.add(name);
        }
        sharing = true;
        return mine.clone();
    }

    /** From now on it sees what a retransformation begins from, which need not be the same byte by byte. */
    void areRedefined() {
        redefinitionOver = true;
    }

    /** @param name internal name */
    boolean hasSeen(String name) {
        return seen.containsKey(name);
    }

    /** What a class that it has seen is to become; null if it can't be woven, which the report says. */
    byte[] weave(String name) {
        List<Seam> mine = seams.of(name);
        try {
            byte[] classFile = Splicer.splice(name, mine, seen.get(name), report);
            woven.put(name, classFile);
            return classFile;
        } catch (Throwable e) {
            report.problem(name, e);
            return null;
        }
    }

    /** Those of these seams: there may be others of ours. */
    private boolean hasHooks(String name, byte[] classFile) {
        Set<String> hooks = new HashSet<String>();
        for (Seam seam : seams.of(name)) {
            for (Splice splice : seam.splices()) {
                hooks.add(splice.owner);
            }
        }
        return Splicer.names(classFile, hooks);
    }

    /** Whether another agent weaves one of these classes as well: then this one has to see to it as long as the JVM runs. */
    boolean isSharing() {
        return sharing;
    }
}
