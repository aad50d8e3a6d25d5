package io.kaagent.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;

/** One request by code that was told to clean up after itself: {@code disconnect()} in {@code finally}, the stream left open. */
final class DisconnectingRequest implements Runnable {

    private final String address;
    private final Tally tally;

    DisconnectingRequest(String address, Tally tally) {
        this.address = address;
        this.tally = tally;
    }

    @Override
    public void run() {
        HttpURLConnection connection = null;
        try {
            connection = (HttpURLConnection) new URL(address).openConnection();
            BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), "UTF-8"));
            StringBuilder body = new StringBuilder();
            String line;
            while ((line = reader.readLine()) != null) {
                body.append(line).append('\n');
            }
            tally.answered(body.toString());
        } catch (IOException e) {
            tally.failed(e);
        } finally {
            if (connection != null) {
                connection.disconnect();
            }
        }
    }
}
