package io.kaagent.http1;

import java.util.List;
import java.util.SplittableRandom;

/** A stream of one to three messages with up to four things wrong with it, by its number: the same number gives the same stream. */
final class Mutation {
    private static final int MOST_MESSAGES = 3;

    /** For the answers: to which of the requests HEAD was the method. */
    final boolean[] toHead = new boolean[MOST_MESSAGES];

    final byte[] stream;

    private final SplittableRandom random;

    Mutation(long number, List<String> seeds) {
        random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
        StringBuilder text = new StringBuilder();
        int messages = 1 + random.nextInt(MOST_MESSAGES);
        for (int i = 0; i < messages; i++) {
            text.append(any(seeds));
            toHead[i] = random.nextInt(8) == 0;
        }
        int wrongs = random.nextInt(5);
        for (int i = 0; i < wrongs; i++) {
            mutate(text);
        }
        stream = Fed.bytes(text.toString());
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int line = text.lastIndexOf("\n", at - 1) + 1;
        int lineEnd = text.indexOf("\n", at) + 1;
        int end = Math.min(text.length(), at + 1 + random.nextInt(3));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> text.insert(at, any(Seeds.PIECES));
            case 3 -> text.replace(at, end, any(Seeds.PIECES));
            case 4 -> text.insert(line, any(Seeds.PIECES));
            case 5 -> text.delete(at, end);
            case 6 -> text.insert(at, text.substring(at, end));
            case 7 -> text.replace(at, end, String.valueOf((char) random.nextInt(256)));
            case 8 -> text.insert(line, text.substring(line, Math.max(line, lineEnd)));
            case 9 -> text.delete(line, Math.max(line, lineEnd));
            case 10 -> text.setLength(random.nextInt(4) == 0 ? Math.max(at, 1) : text.length());
            default -> changeDigit(text, at);
        }
        if (text.isEmpty()) {
            text.append('\n');
        }
    }

    /** The next digit becomes one more or less. */
    private void changeDigit(StringBuilder text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                text.setCharAt(i, (char) (text.charAt(i) + (random.nextBoolean() ? 1 : -1)));
                return;
            }
        }
    }

    private String any(List<String> strings) {
        return strings.get(random.nextInt(strings.size()));
    }
}
