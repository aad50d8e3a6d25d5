package io.kaagent.it;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Spring Boot service in a JVM of its own. */
final class RestService implements AutoCloseable {
    /** The last but one line that it says when it starts. */
    private static final Pattern PORT = Pattern.compile("Tomcat started on port\\(s\\): (\\d+)");

    private static final String READY = "Started RestApplication";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningJvm jvm;
    private final int port;

    RestService(RunningJvm jvm) {
        this.jvm = jvm;
        Await.until(() -> said().contains(READY), () -> said() + jvm.err());
        Matcher port = PORT.matcher(said());
        if (!port.find()) {
            throw new AssertionError("no port in " + said());
        }
        this.port = Integer.parseInt(port.group(1));
    }

    /** Each thread asks all of it in turn, so many times. Returns status and body of each answer, thread by thread. */
    List<String> ask(int threads, int rounds, List<String[]> asks) {
        ExecutorService all = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<String>>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String thread = i + ".";
                answers.add(all.submit(() -> ask(thread, rounds, asks)));
            }
            List<String> inOrder = new ArrayList<>();
            for (Future<List<String>> each : answers) {
                inOrder.addAll(each.get());
            }
            return inOrder;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        } finally {
            all.shutdownNow();
        }
    }

    /** By SIGTERM. */
    FinishedJvm end() {
        jvm.terminate();
        return jvm.awaitExit();
    }

    @Override
    public void close() {
        jvm.kill();
    }

    private List<String> ask(String thread, int rounds, List<String[]> asks) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < asks.size(); i++) {
                String[] ask = asks.get(i);
                answers.add(ask(ask[0], ask[1] + "&id=" + thread + round + "." + i));
            }
        }
        return answers;
    }

    private String ask(String how, String url) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/ask?how=" + how + "&url="
                + URLEncoder.encode(url, StandardCharsets.UTF_8));
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    private String said() {
        return String.join("\n", jvm.out());
    }
}
