package io.kaagent.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdkToolTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdk.jcmd/sun.tools.jps.Jps -l",
                "java.base/sun.security.tools.keytool.Main -list",
                "jdk.compiler/com.sun.tools.javac.Main -version",
                "sun.tools.jps.Jps",
                "com.sun.tools.javac.Main A.java",
                "sun.security.tools.keytool.Main"
            })
    void knowsTheToolsOfTheJdk(String command) {
        assertThat(JdkTool.isRunning(command)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "legacy.jar",
                "com.example.Main -x jdk.jcmd/y",
                "com.example/com.example.Main",
                "jdk.compiler/com.sun.tools.javac.launcher.Main Application.java",
                "com.sun.enterprise.glassfish.bootstrap.ASMain",
                ""
            })
    void takesEverythingElseForAnApplication(String command) {
        assertThat(JdkTool.isRunning(command)).isFalse();
    }

    @org.junit.jupiter.api.Test
    void takesAJvmWithoutACommandForAnApplication() {
        assertThat(JdkTool.isRunning(null)).isFalse();
    }
}
