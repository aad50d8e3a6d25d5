package io.kaagent.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;

/** One request as it has been written for many years: a thread of its own, read to the end, close the reader. */
final class LegacyRequest implements Runnable {

    private final String address;
    private final Tally tally;

    LegacyRequest(String address, Tally tally) {
        this.address = address;
        this.tally = tally;
    }

    @Override
    public void run() {
        try {
            URL url = new URL(address);
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setRequestMethod("GET");
            BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), "UTF-8"));
            StringBuilder body = new StringBuilder();
            String line;
            while ((line = reader.readLine()) != null) {
                body.append(line).append('\n');
            }
            reader.close();
            tally.answered(body.toString());
        } catch (IOException e) {
            tally.failed(e);
        }
    }
}
