package io.kaagent.benchmark.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;

/** An application that makes one request, and prints how many nanoseconds that took. */
public final class FirstRequest {
    private FirstRequest() {}

    /** Its URL. */
    public static void main(String[] arguments) throws IOException {
        long begin = System.nanoTime();
        HttpURLConnection connection = (HttpURLConnection) new URL(arguments[0]).openConnection();
        try (InputStream in = connection.getInputStream()) {
            while (in.read() >= 0) {
                continue;
            }
        }
        System.out.println(System.nanoTime() - begin);
    }
}
