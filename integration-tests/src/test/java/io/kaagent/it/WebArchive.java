package io.kaagent.it;

import io.kaagent.it.child.webapp.ExchangeServlet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** The legacy application as a web application: an archive with classes of its own. */
final class WebArchive {
    private static final List<String> PACKAGES =
            List.of("io/kaagent/it/child", "io/kaagent/it/child/tls", "io/kaagent/it/child/webapp");

    private static final String DESCRIPTOR = """
            <web-app xmlns="http://xmlns.jcp.org/xml/ns/javaee" version="3.1" metadata-complete="true">
                <servlet>
                    <servlet-name>exchange</servlet-name>
                    <servlet-class>%s</servlet-class>
                </servlet>
                <servlet-mapping>
                    <servlet-name>exchange</servlet-name>
                    <url-pattern>/exchange</url-pattern>
                </servlet-mapping>
            </web-app>
            """.formatted(ExchangeServlet.class.getName());

    private WebArchive() {}

    static Path in(Path directory) throws IOException {
        Path archive = directory.resolve("application.war");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(archive))) {
            add(out, "WEB-INF/web.xml", DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
            for (String name : PACKAGES) {
                try (Stream<Path> files = Files.list(AgentJvm.programs().resolve(name))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        add(out, "WEB-INF/classes/" + name + "/" + file.getFileName(), Files.readAllBytes(file));
                    }
                }
            }
        }
        return archive;
    }

    private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
