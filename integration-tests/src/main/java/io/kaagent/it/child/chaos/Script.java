package io.kaagent.it.child.chaos;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** An answer as it goes over the wire, with what is wrong in it. */
final class Script {
    private static final int CHUNK = 1_000;

    final byte[] bytes;
    /** Whether the connection ends behind it. */
    final boolean closes;

    private final Plan plan;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** @param asked whether the request wants the connection to end */
    Script(Plan plan, boolean asked) {
        this.plan = plan;
        boolean hasBody = !plan.isHead();
        boolean endsBody = hasBody && plan.framing == Plan.Framing.CLOSE && plan.trouble != Trouble.TWICE;
        closes = asked || endsBody || plan.trouble == Trouble.LESS || plan.trouble == Trouble.GARBAGE;
        if (plan.trouble == Trouble.GARBAGE) {
            garbage();
        } else {
            answer(plan.id(), hasBody ? xml(plan.body()) : null, endsBody || asked);
            if (plan.trouble == Trouble.TWICE) {
                answer(plan.idNobodyAskedFor(), ascii("nobody asked for " + plan.idNobodyAskedFor()), false);
            }
        }
        bytes = out.toByteArray();
    }

    private void answer(String id, byte[] body, boolean saysClose) {
        text("HTTP/1.1 " + plan.status + " As planned\r\nX-Id: " + id + "\r\nContent-Type: "
                + (plan.kind == Kind.XML_RPC ? "text/xml" : "application/octet-stream") + "\r\n"
                + (saysClose ? "Connection: close\r\n" : ""));
        if (body == null) {
            text("Content-Length: " + plan.length + "\r\n\r\n");
        } else if (plan.framing == Plan.Framing.CHUNKED) {
            text("Transfer-Encoding: chunked\r\n\r\n");
            chunks(body);
        } else {
            boolean tellsLength = plan.framing == Plan.Framing.LENGTH || plan.trouble == Trouble.TWICE;
            text((tellsLength ? "Content-Length: " + said(body.length) + "\r\n" : "") + "\r\n");
            out.write(body, 0, body.length);
        }
    }

    private int said(int length) {
        switch (plan.trouble) {
            case MORE:
                return Math.max(1, length - 1 - plan.cut);
            case LESS:
                return length + 1 + plan.cut;
            default:
                return length;
        }
    }

    private void chunks(byte[] body) {
        for (int from = 0; from < body.length; from += CHUNK) {
            int length = Math.min(CHUNK, body.length - from);
            text(Integer.toHexString(length) + "\r\n");
            out.write(body, from, length);
            text("\r\n");
        }
        boolean isShort = plan.trouble == Trouble.LESS;
        text(isShort ? "" : plan.trouble == Trouble.MORE ? "0\r\n\r\n\r\n" + plan.id() : "0\r\n\r\n");
    }

    private void garbage() {
        switch (plan.cut % 4) {
            case 0:
                text(plan.id() + " is not what you wanted\r\n\r\n");
                break;
            case 1:
                text("HTTP/1.1 200 OK\r\nX-Id: " + plan.id() + "\r\nContent-Length: 7x7\r\n\r\n" + plan.id());
                break;
            case 2:
                text("HTTP/1.1 200 OK\r\nX-Id: " + plan.id()
                        + "\nno colon here\r\n folded \0\r\nContent-Length: 9\r\n\r\n" + plan.id());
                break;
            default:
                text("HTTP/1.1 200 OK\r\nX-Id: " + plan.id() + "\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n"
                        + plan.id());
                break;
        }
    }

    private byte[] xml(byte[] body) {
        if (plan.kind != Kind.XML_RPC) {
            return body;
        }
        return ascii("<?xml version=\"1.0\"?><methodResponse><params><param><value><string>"
                + new String(body, StandardCharsets.US_ASCII)
                + "</string></value></param></params></methodResponse>");
    }

    private void text(String text) {
        byte[] ascii = ascii(text);
        out.write(ascii, 0, ascii.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
