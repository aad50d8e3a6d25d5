package io.kaagent.weave;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** {@link Woven} with hooks in one of its methods, loaded (and verified, as every class of an own loader) and run. */
final class WovenClass extends ClassLoader {
    static final String HOOKS = "io/kaagent/weave/Hooks";

    private final List<Object> diary = new ArrayList<>();
    private final Class<?> type;
    private final String method;
    private final Object instance;

    WovenClass(String method, Splice... splices) {
        super(WovenClass.class.getClassLoader());
        this.method = method;
        String owner = Woven.class.getName().replace('.', '/');
        List<Seam> seams = List.of(new Seam(owner, method, "(", splices));
        byte[] woven = Splicer.splice(owner, seams, original(owner), new SeamReport(seams));
        this.type = defineClass(Woven.class.getName(), woven, 0, woven.length);
        this.instance = construct(diary);
    }

    /** Another one, with a diary of its own. */
    Object construct(List<Object> given) {
        try {
            return type.getConstructor(List.class).newInstance(given);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    Object instance() {
        return instance;
    }

    List<Object> diary() {
        return diary;
    }

    Object run(Object... arguments) {
        try {
            return find().invoke(instance, arguments);
        } catch (InvocationTargetException e) {
            throw (RuntimeException) e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private Method find() {
        for (Method candidate : type.getMethods()) {
            if (candidate.getName().equals(method)) {
                return candidate;
            }
        }
        throw new AssertionError(method);
    }

    private static byte[] original(String owner) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
