package io.kaagent.command;

/** Why attaching failed, in words that tell what to do. */
final class AttachTrouble {
    private AttachTrouble() {}

    static Refusal of(String pid, Throwable thrown) {
        String said = String.valueOf(thrown.getMessage());
        if (LinuxProcess.isGone(pid)) {
            return Refusal.failed(pid + " has ended");
        }
        return Refusal.failed(why(pid, said, thrown));
    }

    private static String why(String pid, String said, Throwable thrown) {
        if (said.contains("does not support the attach mechanism")) {
            return attachDisabled(pid);
        }
        if (said.contains("No such process")) {
            return noSuchProcess(pid);
        }
        if (said.contains("not permitted") || said.contains("ermission denied") || said.contains("euid")) {
            return "could not attach to " + pid + ": " + said + ". Run the command as the same user as that process";
        }
        return "could not attach to " + pid + ": " + thrown;
    }

    /**
     * @param what did not come of it
     * @param said by the attach API, which may be nothing, or success that one release takes for another's error
     */
    static Refusal without(String what, String pid, Throwable said) {
        if (String.valueOf(said).contains("EnableDynamicAgentLoading")) { // forbidden by default, one day
            return Refusal.failed(forbidden(pid));
        }
        return Refusal.failed(
                what + " " + pid + "; its standard error says why" + (said == null ? "" : " (" + said + ")"));
    }

    static String forbidden(String pid) {
        return pid + " does not let agents in: it needs -XX:+EnableDynamicAgentLoading for that."
                + " Better start it with -javaagent:ka-agent.jar";
    }

    static String attachDisabled(String pid) {
        return pid + " does not let others attach: it runs with -XX:+DisableAttachMechanism."
                + " Start it with -javaagent:ka-agent.jar, and without that option to ask for its status";
    }

    static String noSuchProcess(String pid) {
        return "there is no process " + pid + "; \"list\" shows the Java processes";
    }
}
