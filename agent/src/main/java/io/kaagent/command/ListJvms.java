package io.kaagent.command;

import io.kaagent.watch.JsonText;
import java.lang.management.ManagementFactory;
import java.util.List;

/** {@code list}: the JVMs of this user that can be attached to, and which of them have the agent. */
final class ListJvms {
    private ListJvms() {}

    static void run(Arguments arguments) throws Refusal {
        boolean json = arguments.flag("--json");
        arguments.end();
        Columns table = new Columns(Terminal.ofThisProcess().width());
        JsonText array = new JsonText().open('[');
        table.line("PID", "JDK", "AGENT", "MAIN CLASS");
        String name = ManagementFactory.getRuntimeMXBean().getName(); // PID@host
        String self = name.substring(0, Math.max(0, name.indexOf('@')));
        List<String> others = Attached.pids();
        others.remove(self);
        for (Jvm jvm : new AskedAtOnce(others).jvms()) {
            jvm.addTo(table);
            jvm.addTo(array);
        }
        if (json) {
            System.out.println(array.close(']'));
        } else {
            StringBuilder out = new StringBuilder();
            table.print(out, table.widest(0));
            System.out.print(out);
        }
    }
}
