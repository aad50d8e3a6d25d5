package io.kaagent.it.child.libs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;

/** What an application saw, line by line, without what differs from run to run. For one thread. */
final class Transcript {
    private final List<String> lines = new ArrayList<>();

    void add(String what, Object value) {
        lines.add(what + ": " + value);
    }

    void addAll(Transcript other) {
        lines.addAll(other.lines);
    }

    /** The exception, its causes and their messages; or that there was none. */
    void addFailure(String what, Callable<?> call) {
        add(what, failure(call));
    }

    static String failure(Callable<?> call) {
        try {
            return "no failure, but " + call.call();
        } catch (ExecutionException e) {
            return described(e.getCause());
        } catch (Exception e) {
            return described(e);
        }
    }

    /** Of long content, its length and checksum. */
    static String digest(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return bytes.length + " bytes " + Long.toHexString(sum.getValue());
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }

    private static String described(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            text.append(text.length() == 0 ? "" : " <- ").append(t.getClass().getName());
            text.append(t instanceof IOException || t == failure ? "(" + withoutNumbers(t.getMessage()) + ")" : "");
        }
        return text.toString();
    }

    /** Ports and process numbers are not the same twice. */
    private static String withoutNumbers(String message) {
        return String.valueOf(message).replaceAll("[0-9]+", "#");
    }
}
