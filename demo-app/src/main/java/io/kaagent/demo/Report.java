package io.kaagent.demo;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that the agent leaves of the first scene, beside the demo's jar. */
final class Report {

    private final File file;

    Report() {
        File jar = new File(System.getProperty("java.class.path")).getAbsoluteFile();
        file = new File(jar.getParentFile(), "report.html");
    }

    /** The option that asks for it. */
    String option() {
        return "report=" + file;
    }

    /** One of another run would be taken for this one's. */
    void forgetTheLast() throws IOException {
        Files.deleteIfExists(file.toPath());
    }

    boolean isThere() {
        return file.isFile();
    }

    /** A number in it, or -1 if it has none of that name. */
    int number(String name) {
        try {
            String page = new String(Files.readAllBytes(file.toPath()), StandardCharsets.US_ASCII);
            Matcher number = Pattern.compile("<data id=\"" + name + "\" value=\"(\\d+)\">")
                    .matcher(page);
            return number.find() ? Integer.parseInt(number.group(1)) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
