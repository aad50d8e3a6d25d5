package io.kaagent.weave;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;

/**
 * The transformer: an exact comparison of names first, then {@link Splicer}. Stays registered for the life of the JVM, because another
 * agent's retransformation asks every transformer again from the original bytes.
 *
 * <p>Threading: called by whatever thread loads a class. Returns null (leave the class alone) for all but the woven classes, and
 * on any failure: an exception here would be dropped by the JVM without a word, so it goes to the report.
 */
final class Weaver implements ClassFileTransformer {
    private final Seams seams;
    private final SeamReport report;
    private volatile boolean on = true;

    Weaver(Seams seams, SeamReport report) {
        this.seams = seams;
        this.report = report;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (loader != null || name == null || !on) {
            return null;
        }
        List<Seam> mine = seams.of(name);
        return mine.isEmpty() ? null : weave(name, mine, classFile);
    }

    /** From now on every class is left as it is. */
    void switchOff() {
        on = false;
    }

    private byte[] weave(String name, List<Seam> mine, byte[] classFile) {
        try {
            byte[] woven = Splicer.splice(name, mine, classFile);
            for (int i = 0; i < mine.size(); i++) {
                report.wove(mine.get(i));
            }
            return woven;
        } catch (Throwable e) {
            report.problem(name, e);
            return null;
        }
    }
}
