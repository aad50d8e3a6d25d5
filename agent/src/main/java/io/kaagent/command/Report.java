package io.kaagent.command;

import io.kaagent.config.WritableFile;
import io.kaagent.watch.MainClass;
import io.kaagent.watch.report.Page;
import io.kaagent.watch.report.PageFile;
import java.io.File;
import java.io.IOException;

/** {@code report PID FILE}: a page about what the agent has done so far in another JVM. */
final class Report {
    private Report() {}

    static void run(Arguments arguments) throws Refusal {
        String pid = arguments.pid();
        String given = arguments.optional();
        arguments.end();
        if (given.isEmpty()) {
            throw Refusal.notUnderstood("report needs the file to write, as in: report " + pid + " report.html");
        }
        File file = WritableFile.of(given, pid);
        String objection = WritableFile.objection(file.getPath());
        if (objection != null) {
            throw cantBeWritten(given, objection); // before anybody is asked
        }
        AgentState state;
        String page;
        try (Target target = Target.of(pid)) {
            state = target.state();
            String command = target.jvm.agentProperties().getProperty("sun.java.command", "");
            page = Page.of(state.json, state.more == null ? "{}" : state.more, MainClass.of(command), pid);
        }
        try {
            PageFile.write(file, page);
        } catch (IOException e) {
            throw cantBeWritten(given, e.getMessage());
        }
        System.out.println("the report of " + pid + " is in " + file
                + (state.isPooling() || state.isObserving()
                        ? ""
                        : "; nothing is pooled there, its standard error says why"));
    }

    private static Refusal cantBeWritten(String given, String why) {
        return Refusal.failed(given + " can't be written: " + why);
    }
}
