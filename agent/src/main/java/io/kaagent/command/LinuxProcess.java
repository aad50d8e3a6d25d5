package io.kaagent.command;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Looks at a process before anything is done to it. Attaching begins with a SIGQUIT, which ends what is no JVM, and has one that
 * doesn't let others attach print all its threads. On Linux; elsewhere the attach API has to do.
 */
final class LinuxProcess {
    /** In {@code SigCgt}, which signals a process has handlers for. */
    private static final int SIGQUIT = 1 << 2;

    private final String pid;
    private final String status;

    private LinuxProcess(String pid, String status) {
        this.pid = pid;
        this.status = status;
    }

    /** Throws if attaching can't succeed. */
    static void check(String pid) throws Refusal {
        if (!new File("/proc/self/status").exists()) {
            return;
        }
        String status = read(pid, "status");
        if (status == null) {
            throw Refusal.failed(AttachTrouble.noSuchProcess(pid));
        }
        new LinuxProcess(pid, status).check();
    }

    /** Whether it has ended meanwhile, as far as can be told. */
    static boolean isGone(String pid) {
        return new File("/proc/self/status").exists() && read(pid, "status") == null;
    }

    private void check() throws Refusal {
        if (!pid.equals(field(status, "Tgid", 0))) {
            throw Refusal.failed(pid + " is a thread of process " + field(status, "Tgid", 0));
        }
        if (field(status, "State", 0).startsWith("T")
                || field(status, "State", 0).startsWith("Z")) {
            throw Refusal.failed(pid + " is stopped, or has ended and is not yet gone: it can't answer");
        }
        String ours = field(read("self", "status"), "Uid", 1);
        String theirs = field(status, "Uid", 1);
        if (!ours.equals("0") && !ours.equals(theirs)) {
            throw Refusal.failed(pid + " belongs to another user, number " + theirs
                    + ". Run the command as that user: sudo -u '#" + theirs + "' java -jar ka-agent.jar ...");
        }
        String maps = read(pid, "maps");
        if (maps != null && !maps.contains("/libjvm.so")) {
            throw Refusal.failed(pid + " is not a Java process; \"list\" shows those");
        }
        String commandLine = read(pid, "cmdline");
        if (commandLine != null && commandLine.contains("\0-XX:+DisableAttachMechanism\0")) {
            throw Refusal.failed(AttachTrouble.attachDisabled(pid));
        }
        if ((Long.parseLong(field(status, "SigCgt", 0).substring(8), 16) & SIGQUIT) == 0) {
            throw Refusal.failed(pid + " can't be attached to: it does not handle SIGQUIT, because it "
                    + (maps == null ? "is not a Java process, " : "") + "runs with -Xrs or has just started");
        }
    }

    /** Null if it can't be read. */
    private static String read(String pid, String file) {
        Path path = new File("/proc/" + pid, file).toPath();
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return null; // gone, or not ours to look at: the attach API will say
        }
    }

    /** @param index of the number behind {@code name:} */
    private static String field(String status, String name, int index) {
        int line = status.indexOf("\n" + name + ":") + name.length() + 2;
        return status.substring(line, status.indexOf('\n', line)).trim().split("\t")[index];
    }
}
