package io.kaagent.weave;

import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/**
 * Installs the seams, all or none, on the calling thread: registers the transformer, then loads each class that is to be woven.
 * Eagerly, because later it would run inside class loading on a thread of the application, which is where other agents
 * found their deadlocks. Loading does not initialise: no code of the JDK's classes runs.
 */
public final class Weaving {
    private final Instrumentation instrumentation;
    private final Seams seams;
    private final SeamReport report;
    private final Weaver weaver;

    public Weaving(Instrumentation instrumentation, Seams seams) {
        this.instrumentation = instrumentation;
        this.seams = seams;
        this.report = new SeamReport(seams.all());
        this.weaver = new Weaver(seams, report);
    }

    /** Never throws; the report says whether the seams are in place. If they are not all, none is. */
    public SeamReport install() {
        instrumentation.addTransformer(weaver, true);
        List<String> classes = classNames();
        for (int i = 0; i < classes.size(); i++) {
            weave(classes.get(i));
        }
        if (!report.complete()) {
            remove(classes);
        }
        return report;
    }

    private void weave(String className) {
        try {
            Class<?> type = Class.forName(className, false, null);
            if (!wovenNow(className)) {
                // it was loaded before: late attach, or another agent woke it
                instrumentation.retransformClasses(type);
            }
        } catch (Throwable e) {
            report.problem(className, e);
        }
    }

    private void remove(List<String> classes) {
        weaver.switchOff();
        instrumentation.removeTransformer(weaver);
        for (int i = 0; i < classes.size(); i++) {
            if (wovenNow(classes.get(i))) {
                restore(classes.get(i));
            }
        }
    }

    private void restore(String className) {
        try {
            instrumentation.retransformClasses(Class.forName(className, false, null));
        } catch (Throwable e) {
            report.problem("restoring " + className, e); // its hooks are off and let everything pass
        }
    }

    private boolean wovenNow(String className) {
        List<Seam> mine = seams.of(className.replace('.', '/'));
        for (int i = 0; i < mine.size(); i++) {
            if (!report.has(mine.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<String> classNames() {
        List<String> names = new ArrayList<String>();
        for (Seam seam : seams.all()) {
            if (!names.contains(seam.className())) {
                names.add(seam.className());
            }
        }
        return names;
    }
}
