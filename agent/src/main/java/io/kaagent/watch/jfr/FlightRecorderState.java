package io.kaagent.watch.jfr;

/**
 * Whether Java Flight Recorder has been used in this JVM, asked without waking it.
 *
 * <p>{@code Package.getPackage} knows a package of the boot loader's from the moment on that a class of it is loaded, and loads none. The events that
 * JFR puts into the JDK's own classes are loaded when the first recording is made; on 25 also when an application registers an event
 * of its own. That application has loaded JFR itself, so that it can be asked.
 */
final class FlightRecorderState {
    private static final String EVENTS_OF_THE_JDK = "jdk.jfr.events";

    private FlightRecorderState() {}

    static boolean isInUse() throws ReflectiveOperationException {
        return Package.getPackage(EVENTS_OF_THE_JDK) != null && isInitialized();
    }

    private static boolean isInitialized() throws ReflectiveOperationException {
        return (Boolean) Class.forName("jdk.jfr.FlightRecorder", true, null)
                .getMethod("isInitialized")
                .invoke(null);
    }
}
