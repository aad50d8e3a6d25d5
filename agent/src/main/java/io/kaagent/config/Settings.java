package io.kaagent.config;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;

/** What was given in one place, or in all of them. */
final class Settings {
    private final HashMap<String, Setting> settings = new HashMap<String, Setting>();

    /** A key with and one without {@code ka.} are the same, and so are the spellings of a host. The last one counts. */
    void add(String givenKey, String givenValue, String where, Warnings warnings) {
        String key = canonical(givenKey.trim());
        Setting setting = new Setting(key, givenValue.trim(), where);
        Setting before = settings.put(key, setting);
        if (before != null && !before.value.equals(setting.value)) {
            warnings.add(before + ": given twice; using " + setting.value, where);
        }
    }

    /** Adds what the other has and this has not. */
    void addMissing(Settings other) {
        for (Setting setting : other.settings.values()) {
            if (!settings.containsKey(setting.key)) {
                settings.put(setting.key, setting);
            }
        }
    }

    /** Null if it was not given. */
    Setting of(Option option) {
        return settings.get(option.key);
    }

    /** In the order of their keys, so that warnings come in the same order every time. */
    Setting[] all() {
        Setting[] all = settings.values().toArray(new Setting[0]);
        if (all.length > 1) {
            Arrays.sort(all);
        }
        return all;
    }

    private static String canonical(String givenKey) {
        String key = givenKey.startsWith(Setting.PREFIX) ? givenKey.substring(Setting.PREFIX.length()) : givenKey;
        if (!key.startsWith(Setting.ORIGIN)) {
            return key;
        }
        int option = key.lastIndexOf('.');
        return key.substring(0, option).toLowerCase(Locale.ROOT) + key.substring(option);
    }
}
