package io.kaagent.it.child;

/** The requests of {@link EachKind}, and once more when the application has set a security manager. */
public final class SecurityManagerLater {
    private SecurityManagerLater() {}

    public static void main(String[] addresses) {
        EachKind.main(addresses);
        System.setSecurityManager(new SecurityManager());
        EachKind.main(addresses);
    }
}
