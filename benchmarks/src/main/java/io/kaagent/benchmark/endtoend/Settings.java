package io.kaagent.benchmark.endtoend;

import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What is to be measured. */
final class Settings {
    File jdk = new File(System.getProperty("java.home"));
    Set<Legacy> clients = EnumSet.allOf(Legacy.class);
    Set<Way> ways = EnumSet.allOf(Way.class);
    List<Boolean> over = Arrays.asList(false, true);
    List<Integer> delays = Arrays.asList(0, 1, 20);
    List<Integer> threads = Arrays.asList(1, 16, 64);
    int rounds = 3;
    int millis = 300;
    int warmUpMillis = 2500;
    final List<String> agentOptions = new ArrayList<>();

    Settings(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--jdk":
                    jdk = new File(arguments[++i]);
                    break;
                case "--only":
                    clients = names(arguments[++i], Legacy.class);
                    break;
                case "--ways":
                    ways = names(arguments[++i], Way.class);
                    break;
                case "--over":
                    over = Arrays.stream(arguments[++i].split(","))
                            .map("tls"::equals)
                            .collect(Collectors.toList());
                    break;
                case "--delays":
                    delays = numbers(arguments[++i]);
                    break;
                case "--threads":
                    threads = numbers(arguments[++i]);
                    break;
                case "--rounds":
                    rounds = Integer.parseInt(arguments[++i]);
                    break;
                case "--millis":
                    millis = Integer.parseInt(arguments[++i]);
                    break;
                case "--warm-up":
                    warmUpMillis = Integer.parseInt(arguments[++i]);
                    break;
                default:
                    agentOptions.add(arguments[i]);
            }
        }
    }

    private static <E extends Enum<E>> Set<E> names(String list, Class<E> type) {
        return Arrays.stream(list.toUpperCase(Locale.ROOT).split(","))
                .map(name -> Enum.valueOf(type, name))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
    }

    private static List<Integer> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Integer::valueOf).collect(Collectors.toList());
    }
}
