package io.kaagent.it.child.libs;

import io.kaagent.it.child.Message;
import java.util.ArrayList;
import java.util.List;

/** Some requests by each of some threads. Keys of the message: url, threads, requests (of each thread). */
final class Requests {
    /** Sends one request and says what came of it. */
    interface Request {
        String send(String url, int number) throws Exception;
    }

    private Requests() {}

    static Transcript send(Message message, Request request) throws Exception {
        List<Background<Transcript>> threads = new ArrayList<>();
        for (int t = 0; t < message.number("threads"); t++) {
            String thread = String.valueOf(t);
            threads.add(Background.begin(() -> sendOnOneThread(message, thread, request)));
        }
        Transcript transcript = new Transcript();
        for (Background<Transcript> thread : threads) {
            transcript.addAll(thread.await());
        }
        return transcript;
    }

    private static Transcript sendOnOneThread(Message message, String thread, Request request) throws Exception {
        Transcript transcript = new Transcript();
        for (int i = 0; i < message.number("requests"); i++) {
            String id = thread + "." + i;
            transcript.add(id, request.send(message.get("url") + "&id=" + id, i));
        }
        return transcript;
    }
}
