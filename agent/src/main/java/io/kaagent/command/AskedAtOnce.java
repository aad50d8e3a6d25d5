package io.kaagent.command;

import java.util.ArrayList;
import java.util.List;

/** Several JVMs, each asked on a thread of its own: one that is stopped, or too busy to answer, must not hold up the list of the others. */
final class AskedAtOnce {
    /** One that has the time answers within some 100 ms. */
    private static final long PATIENCE_MILLIS = 5000;

    private final List<Asked> all = new ArrayList<Asked>();

    AskedAtOnce(List<String> pids) {
        for (String pid : pids) {
            Asked asked = new Asked(pid);
            all.add(asked);
            asked.setDaemon(true); // who never answers does not keep the command from its end
            asked.start();
        }
    }

    /** In the same order, without those that have ended meanwhile. Waits some seconds at most. */
    List<Jvm> jvms() {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1000000;
        List<Jvm> jvms = new ArrayList<Jvm>();
        for (Asked asked : all) {
            Jvm jvm = asked.answer(end);
            if (jvm != null) {
                jvms.add(jvm);
            }
        }
        return jvms;
    }

    private static final class Asked extends Thread {
        private final String pid;
        private Jvm jvm;
        private boolean answered;

        Asked(String pid) {
            this.pid = pid;
        }

        @Override
        public void run() {
            Jvm found = Jvm.of(pid);
            synchronized (this) {
                jvm = found;
                answered = true;
                notifyAll();
            }
        }

        synchronized Jvm answer(long end) {
            try {
                for (long left = end - System.nanoTime(); !answered && left > 0; left = end - System.nanoTime()) {
                    wait(left / 1000000 + 1);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answered ? jvm : new Jvm(pid, null, null, null, "does not answer");
        }
    }
}
