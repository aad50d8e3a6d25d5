package io.kaagent.weave;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;

/**
 * Installs the seams, all or none, on the calling thread: loads each class that is to be woven, looks at its class file, and redefines
 * them. Eagerly, because later it would run inside class loading on a thread of the application, which is where other agents
 * found their deadlocks. Loading does not initialise: no code of the JDK's classes runs.
 *
 * <p>Redefined, and not transformed: then no transformer has to stay (docs/adr/0019), and when another agent, or a profiler,
 * retransforms one of them later, it begins from what is woven here.
 */
public final class Weaving {
    /** Up to JDK 20, for a class that another agent had changed: a retransformation goes back behind our redefinition. */
    private static final boolean BEGINS_FROM_WHAT_WAS_LOADED = Jdk.isBefore(21);

    /**
     * Three local references of JNI each, of the 32 that are free: with more {@code -Xcheck:jni} warns (8 to 17). Should a later portion fail, what is
     * woven already calls hooks that nobody connects.
     */
    private static final int MOST_AT_ONCE = 8;

    private final Instrumentation instrumentation;
    private final Seams seams;
    private final SeamReport report;
    private final Weaver weaver;
    private final List<ClassDefinition> definitions = new ArrayList<ClassDefinition>();
    private boolean alone;

    public Weaving(Instrumentation instrumentation, Seams seams) {
        this.instrumentation = instrumentation;
        this.seams = seams;
        this.report = new SeamReport(seams.all());
        this.weaver = new Weaver(seams, report);
    }

    /** Nobody has changed a class before: then what others would begin from need not be looked at, which takes half as long as redefining. */
    public Weaving alone() {
        alone = true;
        return this;
    }

    /** Never throws; the report says whether the seams are in place. If they are not all, none is. */
    public SeamReport install() {
        instrumentation.addTransformer(weaver, true);
        List<String> owners = seams.owners();
        for (int i = 0; i < owners.size(); i++) {
            prepare(owners.get(i));
        }
        if (report.complete()) {
            redefine();
        }
        if (!weaver.isSharing()) {
            instrumentation.removeTransformer(weaver);
        }
        return report;
    }

    private void prepare(String owner) {
        try {
            Class<?> type = Class.forName(owner.replace('/', '.'), false, null);
            if (!weaver.hasSeen(owner)) {
                // it was loaded before: late attach, or another agent woke it
                report.wasLoaded(owner);
                instrumentation.retransformClasses(type);
            }
            byte[] woven = weaver.weave(owner);
            if (woven != null) {
                definitions.add(new ClassDefinition(type, woven));
            }
        } catch (Throwable e) {
            report.problem(owner, e);
        }
    }

    /** Shows the transformer what others would begin from: if that is not what is woven, it stays, to say so each time. */
    private void retransform() throws UnmodifiableClassException {
        Class<?>[] types = new Class<?>[definitions.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = definitions.get(i).getDefinitionClass();
        }
        instrumentation.retransformClasses(types);
    }

    private void redefine() {
        try {
            for (int from = 0; from < definitions.size(); from += MOST_AT_ONCE) {
                int to = Math.min(definitions.size(), from + MOST_AT_ONCE);
                instrumentation.redefineClasses(definitions.subList(from, to).toArray(new ClassDefinition[0]));
            }
            weaver.areRedefined();
            if (BEGINS_FROM_WHAT_WAS_LOADED && !alone) {
                retransform();
            }
        } catch (Throwable e) {
            report.failed(e);
        }
    }
}
