package io.kaagent.it.child.libs;

import io.kaagent.it.child.Control;
import io.kaagent.it.child.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/** HTTP exchanges whose bodies nobody reads: each keeps a connection of the pool until the application ends. */
final class HeldRequests {
    private final List<InputStream> bodies = new ArrayList<>();

    /** As many as {@code count}; tells how the next one fails. */
    Message open(Message message) throws IOException {
        URL url = new URL(message.get("url"));
        for (int i = 0; i < message.number("count"); i++) {
            bodies.add(url.openStream());
        }
        return Control.ok().with("next", Transcript.failure(() -> {
            try (InputStream body = url.openStream()) {
                return body.read();
            }
        }));
    }
}
