package io.kaagent.it.child.mix;

import io.kaagent.it.child.Bodies;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose bytes a body consists of. */
final class Ownership {
    private static final Pattern ID = Pattern.compile("m1\\d{7}\\.[0-9q]");

    private final Case wanted;
    private final Reply reply;
    private final byte[] body;

    /** @param reply whose head it had; null if that is not known */
    Ownership(Case wanted, Reply reply, byte[] body) {
        this.wanted = wanted;
        this.reply = reply;
        this.body = body;
    }

    /** Whether there is anything of another request, or of another answer to the same one. */
    boolean isForeign() {
        if (isOwn() || isFollowed()) {
            return false;
        }
        Matcher ids = ID.matcher(new String(body, StandardCharsets.ISO_8859_1));
        while (ids.find()) {
            boolean mine = reply == null
                    ? ids.group().startsWith(Case.id(wanted.number))
                    : ids.group().equals(reply.id);
            if (!mine) {
                return true;
            }
        }
        return false;
    }

    String kind() {
        if (body.length == 0) {
            return "no body";
        }
        if (!isOwn()) {
            return isFollowed() ? "whole body and more" : "odd body";
        }
        return body.length == reply.length
                ? "whole body"
                : body.length == reply.length / 2 ? "half body" : "part of body";
    }

    /** The JDK lets an application read on behind Content-Length. */
    private boolean isFollowed() {
        if (reply == null || body.length < reply.length) {
            return false;
        }
        String more = new String(body, reply.length, body.length - reply.length, StandardCharsets.ISO_8859_1);
        return Arrays.equals(Arrays.copyOf(body, reply.length), reply.body()) && Delivery.isUnasked(more);
    }

    private boolean isOwn() {
        return reply != null && Arrays.equals(body, Bodies.of(reply.id, body.length));
    }
}
