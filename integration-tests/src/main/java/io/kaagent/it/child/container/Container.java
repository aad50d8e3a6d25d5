package io.kaagent.it.child.container;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.File;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.Host;
import org.apache.catalina.startup.HostConfig;
import org.apache.catalina.startup.Tomcat;

/**
 * A Tomcat that deploys what lies in its directory, and undeploys what does not any more, when the test says so. It remembers the class
 * loader of each web application it ever had, weakly. Argument: the directory. What leaks Tomcat finds it tells on standard error, where nothing
 * ought to be.
 */
public final class Container {
    /** Both kept: their levels would be forgotten with them. */
    private static final Logger ALL = Logger.getLogger("");

    private static final Logger LEAKS = Logger.getLogger("org.apache.catalina.loader");

    /** Of an application that is undeployed with requests under way: nothing that lasts. */
    private static final String UNDER_LOAD = "still processing a request";

    /** Tomcat's own: its look sees such a thread in a request, or, if that has just ended, a thread that the application left behind. */
    private static final String WORKER = "thread named [http-nio-auto-";

    private static final long LATER_MILLIS = 2000;

    private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    private final HostConfig deployer = new HostConfig();
    private final Tomcat tomcat = new Tomcat();
    private final Path applications;

    private Container(File directory) {
        applications = directory.toPath().resolve("webapps");
        tomcat.setBaseDir(directory.getPath());
        tomcat.setPort(0);
        tomcat.getHost().setAutoDeploy(false);
        tomcat.getHost().addLifecycleListener(deployer);
    }

    public static void main(String[] arguments) throws Exception {
        ALL.setLevel(Level.SEVERE);
        LEAKS.setLevel(Level.WARNING);
        for (Handler handler : ALL.getHandlers()) {
            handler.setFilter(told -> !ofALoad(told.getMessage()));
        }
        Container container = new Container(new File(arguments[0]));
        container.tomcat.getConnector();
        container.tomcat.start();
        Control.obey(container::handle);
        container.tomcat.stop();
        container.tomcat.destroy();
    }

    private static boolean ofALoad(String told) {
        return told.contains(UNDER_LOAD) || told.contains(WORKER);
    }

    private Message handle(Message message) throws Exception {
        switch (message.verb()) {
            case "port":
                return Control.ok().with("port", tomcat.getConnector().getLocalPort());
            case "deploy":
                Files.copy(Paths.get(message.get("archive")), archive(message));
                return deployed(message);
            case "redeploy":
                touch(archive(message));
                return deployed(message);
            case "undeploy":
                Files.delete(archive(message));
                deployer.check(path(message));
                return Control.ok();
            case "look":
                System.gc();
                return look();
            default:
                throw new IllegalArgumentException(message.verb());
        }
    }

    private Message deployed(Message message) {
        deployer.check(path(message));
        Host host = tomcat.getHost();
        Context context = (Context) host.findChild(path(message));
        loaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
        return Control.ok().with("state", context.getState());
    }

    /** {@code alive}: the class loaders that the collector has not found; {@code classes} now, and {@code loaded} in all. */
    private Message look() {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        return Control.ok()
                .with(
                        "alive",
                        loaders.stream().filter(loader -> loader.get() != null).count())
                .with("classes", classes.getLoadedClassCount())
                .with("loaded", classes.getTotalLoadedClassCount());
    }

    private Path archive(Message message) {
        return applications.resolve(message.get("name") + ".war");
    }

    private static String path(Message message) {
        return "/" + message.get("name");
    }

    private static void touch(Path archive) throws IOException {
        long last = Files.getLastModifiedTime(archive).toMillis();
        Files.setLastModifiedTime(archive, FileTime.fromMillis(last + LATER_MILLIS));
    }
}
