package io.kaagent.it;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A library as it is published, with what it needs; known by one class of each jar. */
enum Library {
    COMMONS_HTTPCLIENT(
            "org.apache.commons.httpclient.HttpClient",
            "org.apache.commons.codec.DecoderException",
            "org.apache.commons.logging.LogFactory"),
    XML_RPC(
            "org.apache.xmlrpc.client.XmlRpcClient",
            "org.apache.xmlrpc.XmlRpcException",
            "org.apache.ws.commons.util.Base64",
            "org.apache.commons.logging.LogFactory"),
    HTTPCLIENT(
            "org.apache.http.client.HttpClient",
            "org.apache.http.HttpRequest",
            "org.apache.commons.codec.DecoderException",
            "org.apache.commons.logging.LogFactory"),
    PGJDBC("org.postgresql.Driver"),
    TOMCAT("org.apache.catalina.startup.Tomcat", "javax.annotation.Resource"),
    JMX_EXPORTER("io.prometheus.jmx.JavaAgent"),
    JACOCO("org.jacoco.agent.rt.RT"),
    OPENTELEMETRY("io.opentelemetry.javaagent.OpenTelemetryAgent"),
    JEDIS(
            "redis.clients.jedis.Jedis",
            "org.apache.commons.pool2.ObjectPool",
            "org.slf4j.Logger",
            "org.slf4j.simple.SimpleLogger");

    private final List<String> classes;

    Library(String... classes) {
        this.classes = List.of(classes);
    }

    Stream<Path> jars() {
        return classes.stream().map(Library::jarOf);
    }

    /** Of one that is an agent. */
    Path jar() {
        return jars().findFirst().orElseThrow();
    }

    private static Path jarOf(String name) {
        try {
            Class<?> member = Class.forName(name, false, Library.class.getClassLoader());
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
