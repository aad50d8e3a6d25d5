package io.kaagent.weave;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One place of the JDK that is woven: a method of a class, and the calls that go into it. Immutable. */
final class Seam {
    private final String owner;
    private final String method;
    private final String descriptorStart;
    private final List<Splice> splices;
    private final boolean optional;

    /**
     * @param owner internal name of the class, e.g. {@code java/net/Socket}
     * @param method the method's name
     * @param descriptorStart the descriptor, or the start that is the same on every JDK; exactly one method must match
     */
    Seam(String owner, String method, String descriptorStart, Splice... splices) {
        this(owner, method, descriptorStart, false, splices);
    }

    private Seam(String owner, String method, String descriptorStart, boolean optional, Splice... splices) {
        this.owner = owner;
        this.method = method;
        this.descriptorStart = descriptorStart;
        this.optional = optional;
        this.splices = Collections.unmodifiableList(Arrays.asList(splices));
    }

    /** One that only saves work: without it the others do the same. */
    static Seam optional(String owner, String method, String descriptorStart, Splice... splices) {
        return new Seam(owner, method, descriptorStart, true, splices);
    }

    boolean isOptional() {
        return optional;
    }

    String owner() {
        return owner;
    }

    List<Splice> splices() {
        return splices;
    }

    boolean matches(String name, String descriptor) {
        return method.equals(name) && descriptor.startsWith(descriptorStart);
    }

    /** As shown to people: {@code KeepAliveCache.get}. */
    @Override
    public String toString() {
        return owner.substring(owner.lastIndexOf('/') + 1) + '.' + method;
    }
}
