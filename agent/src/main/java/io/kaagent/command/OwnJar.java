package io.kaagent.command;

import java.io.File;
import java.net.URISyntaxException;

/** The jar that this command was started from. */
final class OwnJar {
    private OwnJar() {}

    static File file() {
        try {
            return new File(OwnJar.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .getAbsoluteFile();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
