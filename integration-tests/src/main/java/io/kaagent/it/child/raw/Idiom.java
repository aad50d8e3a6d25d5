package io.kaagent.it.child.raw;

/** One way to talk to a server over a socket. What it throws belongs to what it saw. */
@FunctionalInterface
interface Idiom {
    void run(Visit visit) throws Exception;
}
