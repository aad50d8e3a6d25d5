package io.kaagent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.kaagent.watch.JsonText;
import org.junit.jupiter.api.Test;

class JvmTest {
    private static final String LONG_NAME = "com.example.very.long.package_name.of.some.company.Application";

    private final Jvm with = new Jvm("4711", "1.8.0_402", "0.1.0", LONG_NAME, null);
    private final Jvm without = new Jvm("12", "21", null, "Main", null);
    private final Jvm mute = new Jvm("13", null, null, null, "13 does not answer: java.io.IOException: Broken pipe");

    @Test
    void aLineTellsTheAgentFromNoneAndFromOneThatIsNotKnown() {
        Columns table = new Columns(80);
        table.line("PID", "JDK", "AGENT", "MAIN CLASS");
        with.addTo(table);
        without.addTo(table);
        mute.addTo(table);
        StringBuilder out = new StringBuilder();
        table.print(out, table.widest(0));
        assertThat(out.toString())
                .isEqualTo("PID         JDK AGENT  MAIN CLASS\n"
                        + "4711  1.8.0_402 0.1.0  com.example.very.long.packag..of.some.company.Application\n"
                        + "12           21     -  Main\n"
                        + "13            ?     ?  13 does not answer\n");
    }

    @Test
    void jsonSaysTheSameInFull() {
        JsonText array = new JsonText().open('[');
        with.addTo(array);
        without.addTo(array);
        mute.addTo(array);
        assertThat(array.close(']').toString())
                .isEqualTo("[{\"pid\":4711,\"jdk\":\"1.8.0_402\",\"agent\":\"0.1.0\",\"main\":\"" + LONG_NAME + "\"},"
                        + "{\"pid\":12,\"jdk\":\"21\",\"agent\":null,\"main\":\"Main\"},"
                        + "{\"pid\":13,\"jdk\":null,\"agent\":null,\"main\":null,"
                        + "\"trouble\":\"13 does not answer: java.io.IOException: Broken pipe\"}]");
    }
}
