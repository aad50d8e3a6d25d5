package io.kaagent.socket;

/** Makes the class of the wrappers, when the first one is needed. */
public interface Wrappers {
    /** Asked once; an instance that belongs to no socket. */
    ImplCalls make() throws Exception;
}
