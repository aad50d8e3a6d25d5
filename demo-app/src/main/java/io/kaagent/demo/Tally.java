package io.kaagent.demo;

/** What a client has sent and got back so far. Any thread may count and read. */
final class Tally {

    private int sent;
    private int answered;
    private int failed;

    synchronized void sent() {
        sent++;
    }

    /** Counts a body as an answer only if it is one of {@link ServerConnection}'s, whole. */
    synchronized void answered(String body) {
        if (body.startsWith(ServerConnection.GREETING) && body.endsWith("\n")) {
            answered++;
        } else {
            failed(new IllegalStateException("not the server's answer: " + body));
        }
    }

    /** Counts a failure, and shows the first one. */
    synchronized void failed(Exception why) {
        if (failed++ == 0) {
            why.printStackTrace();
        }
    }

    /** As a line for {@link Counts}. */
    @Override
    public synchronized String toString() {
        return "sent=" + sent + " answered=" + answered + " failed=" + failed;
    }
}
