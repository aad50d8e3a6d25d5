package io.kaagent.url;

import io.kaagent.tcp.QuietLook;

/** Is everything there that the agent reads of this JDK? If not nothing is pooled. Asked at the first request, not before main. */
final class KnownJdk {
    static final boolean YES = JdkClient.isKnown() && Fields.isKnown() && Leftovers.isKnown() && QuietLook.isKnown();

    private KnownJdk() {}
}
