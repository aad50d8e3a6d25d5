package io.kaagent.weave;

/** One place of the JDK that is woven: a method of a class, and the advice that goes into it. Immutable. */
final class Seam {
    private final String owner;
    private final String method;
    private final String descriptorStart;
    private final String advice;

    /**
     * @param owner internal name of the class, e.g. {@code java/net/Socket}
     * @param method the method's name
     * @param descriptorStart the descriptor or the part of it that is the same on every JDK; exactly one method must match
     * @param advice simple name of the class in {@code io.kaagent.weave.advice}
     */
    Seam(String owner, String method, String descriptorStart, String advice) {
        this.owner = owner;
        this.method = method;
        this.descriptorStart = descriptorStart;
        this.advice = advice;
    }

    String owner() {
        return owner;
    }

    /** Binary name of the class, as {@code Class.forName} wants it. */
    String className() {
        return owner.replace('/', '.');
    }

    String adviceName() {
        return "io.kaagent.weave.advice." + advice;
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
