package io.kaagent.socket;

/** What a server without any agent in between makes of a request, from the whole text of its head. */
final class FuzzAnswer {
    final String text;
    final boolean closes;

    private FuzzAnswer(String text, boolean closes) {
        this.text = text;
        this.closes = closes;
    }

    /** @param chunksOnClose whether this server chunks what has no length though it was asked to close */
    static FuzzAnswer to(String head, boolean chunksOnClose) {
        String[] line = head.substring(0, head.indexOf("\r\n")).split(" ");
        String[] target = line[1].split("/");
        char kind = target[2].charAt(0);
        kind = kind == 'B' && chunksOnClose ? 'L' : kind; // an origin has one habit
        boolean old = line[2].equals("HTTP/1.0");
        boolean asked = head.contains("Connection: close") || old && !head.contains("Connection: keep-alive");
        boolean closes = asked || kind == 'S' || kind == 'B' || kind == 'U' && old;
        boolean chunked = kind == 'U' && !old && (!closes || chunksOnClose);
        String body = ("[" + target[1] + "]").repeat(Integer.parseInt(target[3]));
        StringBuilder text = new StringBuilder(kind == 'C' && !old ? "HTTP/1.1 100 Continue\r\n\r\n" : "");
        text.append(kind == 'N' ? "HTTP/1.1 204 None\r\n" : "HTTP/1.1 200 OK\r\n")
                .append("Server: f\r\n");
        if (closes) {
            text.append("Connection: close\r\n");
        } else if (body.length() % 2 == 0) {
            text.append("Keep-Alive: timeout=5\r\nConnection: keep-alive\r\n");
        }
        text.append("X-Id: ").append(target[1]).append("\r\n"); // always next to Connection: its place can be told
        if (chunked) {
            text.append("Transfer-Encoding: chunked\r\n");
        } else if (kind != 'U' && kind != 'B' && kind != 'N') {
            text.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        text.append("\r\n");
        if (!line[0].equals("HEAD") && kind != 'N') {
            text.append(chunked ? chunks(body) : body);
        }
        return new FuzzAnswer(text.toString(), closes);
    }

    private static String chunks(String body) {
        StringBuilder chunks = new StringBuilder();
        for (int from = 0; from < body.length(); from += 30) {
            String chunk = body.substring(from, Math.min(body.length(), from + 30));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return chunks.append("0\r\n\r\n").toString();
    }
}
